package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.Containment;
import dev.tarebench.reports.comparison.Density;
import dev.tarebench.reports.comparison.ImageKinds;
import dev.tarebench.reports.comparison.ImagePulls;
import dev.tarebench.reports.comparison.ImageSavings;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** What is asked of containers alone: images and their pulls, start, density, and what lies between inside and outside. */
final class ContainerTables {
    /** What is shown here and nowhere else. */
    static final Set<String> OPERATIONS = Set.of("size", "density");

    private static final String CONTAINMENTS = "In a container and outside";
    private static final String STEPS = "Steps of a container in containerd";
    private static final String SAVINGS = "Images against each other";

    private static final List<Field<ImageKinds>> SIZE = List.of(
            Field.text("image", ImageKinds::name),
            practice("unpacked", Metrics.IMAGE_SIZE),
            fat("fat unpacked", Metrics.IMAGE_SIZE),
            saved("smaller by", Metrics.IMAGE_SIZE),
            practice("compressed", Metrics.COMPRESSED_SIZE),
            fat("fat compressed", Metrics.COMPRESSED_SIZE),
            saved("smaller by", Metrics.COMPRESSED_SIZE),
            practice("layers", Metrics.LAYERS),
            fat("fat layers", Metrics.LAYERS));

    private static final List<Field<ImagePulls>> PULL = List.of(
            Field.text("image", image -> image.either().name()),
            Field.count("n", ImagePulls::count),
            pulled("fresh", Metrics.PULL, ImagePulls::fresh, ImageKinds::practice),
            pulled("base present", Metrics.PULL_SHARED, ImagePulls::shared, ImageKinds::practice),
            pulled("fat fresh", Metrics.PULL, ImagePulls::fresh, ImageKinds::fat),
            pulled("fat base present", Metrics.PULL_SHARED, ImagePulls::shared, ImageKinds::fat),
            Field.number(
                    "faster than fat by",
                    image -> image.fresh()
                            .map(kinds -> part(kinds, Metrics.PULL))
                            .orElse("")));

    private static final List<Field<CellResult>> START = List.of(
            Field.text("cell", cell -> cell.cell().id()),
            Field.count("n", CellResult::count),
            Field.median("create", Metrics.CREATE, Optional::of),
            Field.median("start", Metrics.START, Optional::of),
            Field.median("to main", Metrics.STARTUP, Optional::of),
            Field.median("run", Metrics.RUN, Optional::of),
            Field.median("teardown", Metrics.TEARDOWN, Optional::of));

    private static final List<Field<CellResult>> EVENTS = List.of(
            Field.text("cell", cell -> cell.cell().id()),
            Field.count("n", CellResult::count),
            Field.median("known", Metrics.EVENT_CLIENT, Optional::of),
            Field.median("created", Metrics.EVENT_CREATE, Optional::of),
            Field.median("started", Metrics.EVENT_START, Optional::of),
            Field.median("ran", Metrics.EVENT_RUN, Optional::of),
            Field.median("deleted", Metrics.EVENT_DELETE, Optional::of));

    private static final List<Field<Containment>> CONTAINMENT = List.of(
            Field.text("inside", pair -> pair.inside().cell().id()),
            Field.text("outside", pair -> pair.outside().cell().target()),
            inside("inside", Metrics.WALL),
            outside("outside", Metrics.WALL),
            difference(Metrics.WALL),
            inside("run inside", Metrics.RUN),
            outside("run outside", Metrics.RUN),
            difference(Metrics.RUN),
            inside("cgroup inside", Metrics.CGROUP_PEAK),
            outside("cgroup outside", Metrics.CGROUP_PEAK),
            difference(Metrics.CGROUP_PEAK));

    private static final List<Field<Density>> DENSITY = List.of(
            Field.text("program", Density::program),
            Field.text("target", point -> point.cell().cell().target()),
            Field.count("containers", Density::containers),
            Field.count("n", Density::samples),
            each("to the last main", Metrics.READY),
            each("to stop all", Metrics.STOP),
            each("each by cgroup", Metrics.EACH_CGROUP),
            each("each by proportional set", Metrics.EACH_PSS),
            each("each by free memory", Metrics.EACH_FREE));

    private ContainerTables() {}

    /** Without those that have a row for every program and container, and many columns. */
    static Map<String, Table> ofConsole(Run run) {
        Map<String, Table> tables = of(run);
        tables.remove(CONTAINMENTS);
        tables.remove(SAVINGS);
        tables.remove(STEPS);
        return tables;
    }

    /** The tables that have rows, by their headings. */
    static Map<String, Table> of(Run run) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("Images", sizes(ImageKinds.of(run, "size")));
        tables.put(SAVINGS, savings(ImageSavings.of(run)));
        tables.put(
                "Pulls",
                Table.of(
                        PULL,
                        ImagePulls.of(run),
                        "Medians, from a registry on the same machine. Base present: every layer but the program's own "
                                + "was there already."));
        tables.put("Start of a container", Table.of(START, having(run, Metrics.CREATE, Metrics.START)));
        tables.put(
                STEPS,
                Table.of(
                        EVENTS,
                        having(run, Metrics.EVENT_CREATE, Metrics.EVENT_CLIENT),
                        "Medians of the time from each step to the next, by containerd's events: known, created (the shim has "
                                + "started, too), started, ended, deleted."));
        tables.put(
                CONTAINMENTS,
                Table.of(
                        CONTAINMENT,
                        Containment.of(run),
                        "The same program and, of Wasm, the same engine in the same tier. The difference in time is what "
                                + "the client, the daemon and the shim add; in memory, what is in the cgroup beside the "
                                + "program. Of Wasm that can be less than nothing: outside stands the engine's command, inside "
                                + "its library in a runtime, and the shim's own memory is in no container's cgroup."));
        tables.put(
                "Density",
                Table.of(
                        DENSITY,
                        Density.of(run),
                        "Each: the memory of one container, by three instruments that see different things; "
                                + "docs/metrics.md says which."));
        tables.values().removeIf(table -> table.rows().isEmpty());
        return tables;
    }

    private static Table sizes(List<ImageKinds> images) {
        return images.stream().allMatch(image -> image.fat().isEmpty())
                ? Table.of(SIZE, images)
                : Table.of(
                        SIZE,
                        images,
                        "Fat: one stage, with compiler and sources left inside. Smaller by: what is saved of it.");
    }

    /** A column for each kind of which any image saves something. */
    private static Table savings(List<ImageSavings> images) {
        List<Field<ImageSavings>> fields = new ArrayList<>(List.of(
                Field.text("image", ImageSavings::name),
                Field.median("compressed", Metrics.COMPRESSED_SIZE, image -> Optional.of(image.image()))));
        images.stream()
                .flatMap(image -> image.saved().keySet().stream())
                .distinct()
                .sorted()
                .forEach(kind -> fields.add(Field.number(
                        "saves of " + kind,
                        image -> image.savedOf(kind).map(Figures::percent).orElse(""))));
        return Table.of(
                fields,
                images,
                "How much smaller the image is, compressed as the registry serves it, than each larger one of the same "
                        + "program.");
    }

    private static List<CellResult> having(Run run, Metric one, Metric other) {
        return run.cells().stream()
                .filter(cell -> cell.of(one).isPresent() || cell.of(other).isPresent())
                .sorted(Comparator.comparing(CellResult::key))
                .toList();
    }

    private static Field<ImageKinds> practice(String heading, Metric metric) {
        return Field.median(heading, metric, ImageKinds::practice);
    }

    private static Field<ImageKinds> fat(String heading, Metric metric) {
        return Field.median(heading, metric, ImageKinds::fat);
    }

    private static Field<ImageKinds> saved(String heading, Metric metric) {
        return Field.number(heading, image -> part(image, metric));
    }

    private static String part(ImageKinds image, Metric metric) {
        OptionalDouble part = image.reduction(metric);
        return part.isPresent() ? Figures.percent(part.getAsDouble()) : "";
    }

    private static Field<ImagePulls> pulled(
            String heading,
            Metric metric,
            Function<ImagePulls, Optional<ImageKinds>> pull,
            Function<ImageKinds, Optional<CellResult>> kind) {
        return Field.median(heading, metric, image -> pull.apply(image).flatMap(kind));
    }

    private static Field<Containment> inside(String heading, Metric metric) {
        return Field.median(heading, metric, pair -> Optional.of(pair.inside()));
    }

    private static Field<Containment> outside(String heading, Metric metric) {
        return Field.median(heading, metric, pair -> Optional.of(pair.outside()));
    }

    private static Field<Containment> difference(Metric metric) {
        return Field.number("difference", pair -> {
            OptionalDouble difference = pair.difference(metric);
            if (difference.isEmpty()) {
                return "";
            }
            String shown = Figures.shown(metric, difference.getAsDouble());
            return difference.getAsDouble() > 0 ? "+" + shown : shown;
        });
    }

    private static Field<Density> each(String heading, Metric metric) {
        return Field.number(
                Field.inUnit(heading, metric),
                point -> Optional.ofNullable(point.medians().get(metric))
                        .map(median -> Figures.shown(metric, median))
                        .orElse(""));
    }
}
