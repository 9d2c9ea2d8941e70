package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One program's image in its two kinds: as best practice has it, only the program and its input, and fat, with the
 * compiler and the sources left inside.
 *
 * @param practice absent when only the fat kind was measured
 */
public record ImageKinds(Optional<CellResult> practice, Optional<CellResult> fat) {
    private static final String FAT = "fat";

    /** All images for which an operation has samples, in the order of their ids. */
    public static List<ImageKinds> of(Run run, String operation) {
        Map<String, CellResult> fat = new HashMap<>();
        List<CellResult> others = new ArrayList<>();
        for (CellResult cell : run.cells()) {
            if (cell.cell().operation().equals(operation) && cell.count() > 0) {
                if (isFat(cell.cell())) {
                    fat.put(key(cell.cell()), cell);
                } else {
                    others.add(cell);
                }
            }
        }
        List<ImageKinds> images = new ArrayList<>();
        for (CellResult cell : others) {
            images.add(new ImageKinds(Optional.of(cell), Optional.ofNullable(fat.remove(key(cell.cell())))));
        }
        fat.values().forEach(cell -> images.add(new ImageKinds(Optional.empty(), Optional.of(cell))));
        images.sort((one, other) -> one.either().key().compareTo(other.either().key()));
        return List.copyOf(images);
    }

    private static String key(CellDescription cell) {
        return cell.id().replace("~" + FAT + "@", "@") + ' ' + cell.size() + ' ' + cell.platform();
    }

    static boolean isFat(CellDescription cell) {
        return cell.variant().equals(Optional.of(FAT));
    }

    /** The program and its place, whatever was done with the image and of whichever kind it is. */
    static String program(CellDescription cell) {
        return cell.id().replaceFirst("^images/[a-z-]+/", "").replace("~" + FAT + "@", "@");
    }

    /** The image by its program and place. */
    public String name() {
        return program(either().cell());
    }

    public CellResult either() {
        return practice.or(() -> fat).orElseThrow();
    }

    /** What best practice saves of the fat kind's figure: 0.9 where a tenth is left. */
    public OptionalDouble reduction(Metric metric) {
        Optional<Double> slim = practice.flatMap(cell -> cell.of(metric)).map(Samples::median);
        Optional<Double> whole = fat.flatMap(cell -> cell.of(metric)).map(Samples::median);
        return slim.isPresent() && whole.isPresent() && whole.get() > 0
                ? OptionalDouble.of(1 - slim.get() / whole.get())
                : OptionalDouble.empty();
    }
}
