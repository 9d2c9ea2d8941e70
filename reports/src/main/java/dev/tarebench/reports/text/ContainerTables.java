package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.Containment;
import dev.tarebench.reports.comparison.Density;
import dev.tarebench.reports.comparison.ImageKinds;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What is asked of containers alone: images and their pulls, start, density, and what lies between inside and outside. */
final class ContainerTables {
    /** What is shown here and nowhere else. */
    static final Set<String> OPERATIONS = Set.of("size", "density");

    private static final String CONTAINMENTS = "In a container and outside";

    private ContainerTables() {}

    /** Without the one that has a row for every program and container. */
    static Map<String, Table> ofConsole(Run run) {
        Map<String, Table> tables = of(run);
        tables.remove(CONTAINMENTS);
        return tables;
    }

    /** The tables that have rows, by their headings. */
    static Map<String, Table> of(Run run) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("Images", sizes(run));
        tables.put("Pulls", pulls(run));
        tables.put("Start of a container", starts(run));
        tables.put(CONTAINMENTS, containments(run));
        tables.put("Density", density(run));
        tables.values().removeIf(table -> table.rows().isEmpty());
        return tables;
    }

    private static Table sizes(Run run) {
        return new Table(
                        "",
                        List.of(
                                Table.Column.text("image"),
                                Table.Column.number("unpacked MiB"),
                                Table.Column.number("fat unpacked MiB"),
                                Table.Column.number("smaller by"),
                                Table.Column.number("compressed MiB"),
                                Table.Column.number("fat compressed MiB"),
                                Table.Column.number("smaller by"),
                                Table.Column.number("layers"),
                                Table.Column.number("fat layers")),
                        ImageKinds.of(run, "size").stream()
                                .map(ContainerTables::size)
                                .toList(),
                        List.of(
                                "Fat: one stage, with compiler and sources left inside. Smaller by: what is saved of it."))
                .withoutEmptyColumns();
    }

    private static List<String> size(ImageKinds image) {
        return List.of(
                image(image),
                median(image.practice(), Metrics.IMAGE_SIZE),
                median(image.fat(), Metrics.IMAGE_SIZE),
                percent(image.reduction(Metrics.IMAGE_SIZE)),
                median(image.practice(), Metrics.COMPRESSED_SIZE),
                median(image.fat(), Metrics.COMPRESSED_SIZE),
                percent(image.reduction(Metrics.COMPRESSED_SIZE)),
                median(image.practice(), Metrics.LAYERS),
                median(image.fat(), Metrics.LAYERS));
    }

    private static Table pulls(Run run) {
        return new Table(
                        "",
                        List.of(
                                Table.Column.text("image"),
                                Table.Column.number("n"),
                                Table.Column.number("fresh ms"),
                                Table.Column.number("base present ms"),
                                Table.Column.number("fat fresh ms"),
                                Table.Column.number("fat base present ms"),
                                Table.Column.number("faster than fat by")),
                        ImageKinds.of(run, "pull").stream()
                                .map(ContainerTables::pull)
                                .toList(),
                        List.of(
                                "Medians, from a registry on the same machine. Base present: every layer but the program's "
                                        + "own was there already."))
                .withoutEmptyColumns();
    }

    private static List<String> pull(ImageKinds image) {
        return List.of(
                image(image),
                Integer.toString(image.either().count()),
                median(image.practice(), Metrics.PULL),
                median(image.practice(), Metrics.PULL_SHARED),
                median(image.fat(), Metrics.PULL),
                median(image.fat(), Metrics.PULL_SHARED),
                percent(image.reduction(Metrics.PULL)));
    }

    private static String image(ImageKinds image) {
        return image.either().cell().id().replaceFirst("^images/[a-z]+/", "");
    }

    private static Table starts(Run run) {
        return new Table(
                        "",
                        List.of(
                                Table.Column.text("cell"),
                                Table.Column.number("n"),
                                Table.Column.number("create ms"),
                                Table.Column.number("start ms"),
                                Table.Column.number("to main ms"),
                                Table.Column.number("run ms"),
                                Table.Column.number("teardown ms")),
                        run.cells().stream()
                                .filter(cell -> cell.of(Metrics.CREATE).isPresent()
                                        || cell.of(Metrics.START).isPresent())
                                .sorted((one, other) -> one.key().compareTo(other.key()))
                                .map(ContainerTables::start)
                                .toList(),
                        List.of())
                .withoutEmptyColumns();
    }

    private static List<String> start(CellResult cell) {
        return List.of(
                cell.cell().id(),
                Integer.toString(cell.count()),
                CellTable.median(cell, Metrics.CREATE),
                CellTable.median(cell, Metrics.START),
                CellTable.median(cell, Metrics.STARTUP),
                CellTable.median(cell, Metrics.RUN),
                CellTable.median(cell, Metrics.TEARDOWN));
    }

    private static Table containments(Run run) {
        return new Table(
                        "",
                        List.of(
                                Table.Column.text("inside"),
                                Table.Column.text("outside"),
                                Table.Column.number("inside ms"),
                                Table.Column.number("outside ms"),
                                Table.Column.number("difference"),
                                Table.Column.number("run inside ms"),
                                Table.Column.number("run outside ms"),
                                Table.Column.number("difference"),
                                Table.Column.number("cgroup inside MiB"),
                                Table.Column.number("cgroup outside MiB"),
                                Table.Column.number("difference")),
                        Containment.of(run).stream()
                                .map(ContainerTables::containment)
                                .toList(),
                        List.of(
                                "The same program and, of Wasm, the same engine in the same tier. The difference in time is "
                                        + "what the client, the daemon and the shim add; in memory, what is in the cgroup beside "
                                        + "the program."))
                .withoutEmptyColumns();
    }

    private static List<String> containment(Containment pair) {
        return List.of(
                pair.inside().cell().id(),
                pair.outside().cell().target(),
                CellTable.median(pair.inside(), Metrics.WALL),
                CellTable.median(pair.outside(), Metrics.WALL),
                difference(pair, Metrics.WALL),
                CellTable.median(pair.inside(), Metrics.RUN),
                CellTable.median(pair.outside(), Metrics.RUN),
                difference(pair, Metrics.RUN),
                CellTable.median(pair.inside(), Metrics.CGROUP_PEAK),
                CellTable.median(pair.outside(), Metrics.CGROUP_PEAK),
                difference(pair, Metrics.CGROUP_PEAK));
    }

    private static Table density(Run run) {
        return new Table(
                        "",
                        List.of(
                                Table.Column.text("program"),
                                Table.Column.text("target"),
                                Table.Column.number("containers"),
                                Table.Column.number("n"),
                                Table.Column.number("to the last main ms"),
                                Table.Column.number("to stop all ms"),
                                Table.Column.number("each by cgroup MiB"),
                                Table.Column.number("each by proportional set MiB"),
                                Table.Column.number("each by free memory MiB")),
                        Density.of(run).stream().map(ContainerTables::point).toList(),
                        List.of("Each: the memory of one container, by three instruments that see different things; "
                                + "docs/metrics.md says which."))
                .withoutEmptyColumns();
    }

    private static List<String> point(Density point) {
        List<String> row = new ArrayList<>(List.of(
                point.program(),
                point.cell().cell().target(),
                Long.toString(point.containers()),
                Integer.toString(point.samples())));
        Density.METRICS.forEach(
                metric -> row.add(Optional.ofNullable(point.medians().get(metric))
                        .map(median -> Figures.shown(metric, median))
                        .orElse("")));
        return row;
    }

    private static String difference(Containment pair, Metric metric) {
        OptionalDouble difference = pair.difference(metric);
        if (difference.isEmpty()) {
            return "";
        }
        String shown = Figures.shown(metric, difference.getAsDouble());
        return difference.getAsDouble() > 0 ? "+" + shown : shown;
    }

    private static String median(Optional<CellResult> cell, Metric metric) {
        return cell.map(found -> CellTable.median(found, metric)).orElse("");
    }

    private static String percent(OptionalDouble part) {
        return part.isPresent() ? Figures.percent(part.getAsDouble()) : "";
    }
}
