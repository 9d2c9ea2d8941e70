package dev.tarebench.reports.comparison;

import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One program's image, pulled into a store that has nothing of it, and into one that has its base.
 *
 * @param fresh absent when only the other was measured
 */
public record ImagePulls(Optional<ImageKinds> fresh, Optional<ImageKinds> shared) {

    private static final String FRESH = "pull";
    private static final String SHARED = "pull-shared";

    /** All images of which a pull has samples, in the order of their ids. */
    public static List<ImagePulls> of(Run run) {
        Map<String, ImageKinds> shared = new HashMap<>();
        ImageKinds.of(run, SHARED).forEach(image -> shared.put(key(image), image));
        List<ImagePulls> pulls = new ArrayList<>();
        for (ImageKinds image : ImageKinds.of(run, FRESH)) {
            pulls.add(new ImagePulls(Optional.of(image), Optional.ofNullable(shared.remove(key(image)))));
        }
        shared.values().forEach(image -> pulls.add(new ImagePulls(Optional.empty(), Optional.of(image))));
        pulls.sort((one, other) -> key(one.either()).compareTo(key(other.either())));
        return List.copyOf(pulls);
    }

    private static String key(ImageKinds image) {
        return image.name()
                + ' '
                + image.either().cell().size()
                + ' '
                + image.either().cell().platform();
    }

    public ImageKinds either() {
        return fresh.or(() -> shared).orElseThrow();
    }

    /** The most samples that one of its cells has. */
    public int count() {
        return Stream.of(fresh, shared)
                .flatMap(Optional::stream)
                .flatMap(image -> Stream.of(image.practice(), image.fat()))
                .flatMap(Optional::stream)
                .mapToInt(CellResult::count)
                .max()
                .orElse(0);
    }
}
