package dev.tarebench.reports;

import dev.tarebench.reports.comparison.Comparison;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.page.HtmlReport;
import dev.tarebench.reports.results.RunReader;
import dev.tarebench.reports.text.ComparisonText;
import dev.tarebench.reports.text.Summary;
import dev.tarebench.reports.text.TableFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What the commands {@code report} and {@code compare} do, as a program of its own, to be timed in a fresh JVM. */
public final class ReportProgram {
    private ReportProgram() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path first = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "report" -> {
                RunAnalysis analysis = RunAnalysis.of(RunReader.read(first));
                Summary.write(List.of(analysis), first.resolve("summary.md"));
                HtmlReport.write(List.of(analysis), first.resolve("report.html"));
            }
            case "compare" ->
                Files.writeString(
                        first.resolve("comparison.md"),
                        ComparisonText.render(
                                List.of(Comparison.of(RunReader.read(first), RunReader.read(Path.of(arguments[2])))),
                                TableFormat.MARKDOWN));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println((System.nanoTime() - start) / 1_000_000 + " " + ownCpu().toMillis());
    }

    /** What this program's threads have computed, without what the JVM compiles and collects beside them. */
    private static Duration ownCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Duration.ofNanos(Arrays.stream(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum());
    }
}
