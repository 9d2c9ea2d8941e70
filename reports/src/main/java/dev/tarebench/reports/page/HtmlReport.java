package dev.tarebench.reports.page;

import dev.tarebench.reports.WholeFile;
import dev.tarebench.reports.comparison.RunAnalysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code report.html}: template, style, ECharts, scripts and data in one self-contained file. */
public final class HtmlReport {
    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "format.js",
            "model.js",
            "theme.js",
            "chart.js",
            "means.js",
            "heatmap.js",
            "program.js",
            "contained.js",
            "breakeven.js",
            "scatter.js",
            "images.js",
            "curves.js",
            "table.js",
            "lists.js",
            "page.js");

    private HtmlReport() {}

    /** Writes the page for one or several runs; a reader chooses between them. */
    public static void write(List<RunAnalysis> runs, Path file) throws IOException {
        WholeFile.write(file, render(runs));
    }

    static CharSequence render(List<RunAnalysis> runs) {
        String template = PageResource.read("report.html");
        StringBuilder page = new StringBuilder(1 << 21);
        int position = 0;
        while (true) {
            int start = template.indexOf("{{", position);
            if (start < 0) {
                return page.append(template, position, template.length());
            }
            int end = template.indexOf("}}", start);
            page.append(template, position, start);
            fill(template.substring(start + 2, end), runs, page);
            position = end + 2;
        }
    }

    private static void fill(String slot, List<RunAnalysis> runs, StringBuilder page) {
        switch (slot) {
            case "title" ->
                page.append(PageResource.escape(
                        runs.stream().map(run -> run.run().name()).collect(Collectors.joining(", "))));
            case "style" -> page.append(PageResource.read("style.css"));
            case "echarts" -> page.append(PageResource.echarts());
            case "data" -> page.append(PageJson.render(runs));
            case "scripts" ->
                SCRIPTS.forEach(script -> page.append(PageResource.read(script)).append('\n'));
            default -> throw new IllegalStateException("report.html has an unknown slot '" + slot + "'");
        }
    }
}
