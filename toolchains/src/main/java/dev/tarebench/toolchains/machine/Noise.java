package dev.tarebench.toolchains.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What disturbed over some time.
 *
 * @param figures by name; what this machine does not tell is absent
 * @param busiest other processes that used more than a hundredth of the CPUs, with their shares
 */
public record Noise(SortedMap<String, Double> figures, List<String> busiest) {

    /** From these shares of all CPU time on, a median of ten rounds is measurably moved. */
    private static final double BUSY = 0.05;

    private static final double STOLEN = 0.01;
    private static final double CLOCK_SPREAD = 0.1;

    private static final Map<String, String> TOLD_BY = toldBy();

    public Noise {
        figures = new TreeMap<>(figures);
        busiest = List.copyOf(busiest);
    }

    private static Map<String, String> toldBy() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("othersShare", "what others use");
        names.put("stealShare", "what the host takes away");
        names.put("slowestGigaHertz", "the clock");
        names.put("throttled", "throttling for heat");
        names.put("swappedPages", "swapping");
        return names;
    }

    /** Each disturbance with what to change; empty when nothing was seen. */
    public List<String> disturbances() {
        List<String> found = new ArrayList<>();
        if (at("othersShare") > BUSY) {
            found.add(text(
                    "other processes took %.0f %% of the CPUs%s: end them, or wait until they have ended",
                    100 * at("othersShare"), busiest.isEmpty() ? "" : " (" + String.join(", ", busiest) + ")"));
        }
        if (at("stealShare") > STOLEN) {
            found.add(text(
                    "the host gave %.1f %% of the CPU time to other machines: compare ratios within this run only",
                    100 * at("stealShare")));
        }
        if (at("throttled") > 0) {
            found.add(text(
                    "the CPUs were slowed down for heat %.0f times: cool the machine, or lower its clock for all",
                    at("throttled")));
        }
        if (at("swappedPages") > 0) {
            found.add(text("%.0f pages were swapped: free memory, or measure smaller sizes", at("swappedPages")));
        }
        if (at("slowestGigaHertz") < at("fastestGigaHertz") * (1 - CLOCK_SPREAD)) {
            found.add(text(
                    "the clock was between %.2f and %.2f GHz: set the governor to 'performance' and switch turbo off",
                    at("slowestGigaHertz"), at("fastestGigaHertz")));
        }
        return found;
    }

    /** What this machine does not tell, so that its absence is no all-clear. */
    public List<String> unknown() {
        return TOLD_BY.entrySet().stream()
                .filter(entry -> !figures.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private double at(String name) {
        return figures.getOrDefault(name, 0.0);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
