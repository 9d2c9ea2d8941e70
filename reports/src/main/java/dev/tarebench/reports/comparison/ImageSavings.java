package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One image beside all other images of the same program, as the registry serves them: on other bases, of the fat kind, of
 * Wasm. A Wasm image is for no processor, so it stands beside those for each.
 *
 * @param saved what it saves of each larger image, by that image's kind: 0.9 where a tenth is left
 */
public record ImageSavings(CellResult image, Map<String, Double> saved) {

    private static final String ANY_PROCESSOR = "wasi/wasm";

    public ImageSavings {
        saved = Collections.unmodifiableMap(new LinkedHashMap<>(saved));
    }

    /** The images of each program of which there is more than one kind, the smallest first. */
    public static List<ImageSavings> of(Run run) {
        Map<String, List<CellResult>> programs = new TreeMap<>();
        List<CellResult> portable = new ArrayList<>();
        for (CellResult cell : run.cells()) {
            if (cell.cell().operation().equals("size")
                    && cell.of(Metrics.COMPRESSED_SIZE).isPresent()) {
                if (cell.cell().platform().equals(ANY_PROCESSOR)) {
                    portable.add(cell);
                } else {
                    programs.computeIfAbsent(
                                    program(cell.cell()) + ' ' + cell.cell().platform(), key -> new ArrayList<>())
                            .add(cell);
                }
            }
        }
        List<ImageSavings> all = new ArrayList<>();
        programs.forEach((key, images) -> {
            portable.stream()
                    .filter(cell -> key.startsWith(program(cell.cell()) + ' '))
                    .forEach(images::add);
            images.sort(Comparator.comparingDouble(ImageSavings::bytes));
            if (images.size() > 1) {
                images.forEach(image -> all.add(new ImageSavings(image, saved(image, images))));
            }
        });
        return List.copyOf(all);
    }

    private static Map<String, Double> saved(CellResult image, List<CellResult> all) {
        Map<String, Double> saved = new LinkedHashMap<>();
        all.stream()
                .filter(other -> bytes(other) > bytes(image))
                .forEach(other -> saved.put(kind(other.cell()), 1 - bytes(image) / bytes(other)));
        return saved;
    }

    /** What the image is of, whatever kind it is of. */
    private static String program(CellDescription cell) {
        String id = ImageKinds.program(cell);
        return id.substring(0, id.indexOf('@')) + ' ' + cell.size();
    }

    /** The image's kind without the platform that all images beside it are for. */
    private static String kind(CellDescription cell) {
        String architecture = cell.platform().substring(cell.platform().indexOf('/') + 1);
        String target = cell.target().replaceFirst("-" + architecture + "$", "");
        return ImageKinds.isFat(cell) ? target + " fat" : target;
    }

    private static double bytes(CellResult image) {
        return image.of(Metrics.COMPRESSED_SIZE).map(Samples::median).orElseThrow();
    }

    public String name() {
        return ImageKinds.program(image.cell()) + (ImageKinds.isFat(image.cell()) ? " fat" : "");
    }

    public Optional<Double> savedOf(String kind) {
        return Optional.ofNullable(saved.get(kind));
    }
}
