package dev.tarebench.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalWriter;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.Plan;
import dev.tarebench.reports.journal.PlanFile;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.RunBuilder;
import dev.tarebench.reports.results.RunReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Invents runs with known truth: seeded noise, drift that hits a round's cells alike, and planted slowdowns. */
public final class SimulatedRun {
    private final Random random;
    private final Map<String, Double> slowdowns = new LinkedHashMap<>();
    private final List<UnavailableCell> unavailable = new ArrayList<>();
    private List<String> workloads = List.of("gemm", "lu");
    private Map<String, Double> targets = Map.of("native", 1.0, "wasmtime-aot", 1.3);
    private String suite = "polybench";
    private String size = "mini";
    private String machine = "one";
    private String name = "run";
    private int rounds = 20;
    private double noise = 0.01;
    private double drift = 0.01;

    private SimulatedRun(long seed) {
        this.random = new Random(seed);
    }

    public static SimulatedRun seed(long seed) {
        return new SimulatedRun(seed);
    }

    public SimulatedRun named(String runName) {
        this.name = runName;
        return this;
    }

    public SimulatedRun suite(String suiteName) {
        this.suite = suiteName;
        return this;
    }

    public SimulatedRun workloads(String... names) {
        this.workloads = List.of(names);
        return this;
    }

    public SimulatedRun workloads(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("kernel-" + i);
        }
        this.workloads = names;
        return this;
    }

    /** Targets with how many times slower than native each truly is. */
    public SimulatedRun targets(Map<String, Double> truth) {
        this.targets = new TreeMap<>(truth);
        return this;
    }

    public SimulatedRun size(String word) {
        this.size = word;
        return this;
    }

    public SimulatedRun rounds(int count) {
        this.rounds = count;
        return this;
    }

    public SimulatedRun noise(double deviation) {
        this.noise = deviation;
        return this;
    }

    /** How far a round as a whole is off, which hits all its cells alike. */
    public SimulatedRun drift(double deviation) {
        this.drift = deviation;
        return this;
    }

    public SimulatedRun machine(String fingerprint) {
        this.machine = fingerprint;
        return this;
    }

    /** Makes every cell of a target truly slower. */
    public SimulatedRun slowdown(String target, double factor) {
        slowdowns.put(target, factor);
        return this;
    }

    public SimulatedRun unavailable(String id, String reason, String remedy) {
        unavailable.add(new UnavailableCell(id, reason, remedy));
        return this;
    }

    /** Writes the run's folder and loads it as a command would. */
    public Run load(Path parent) {
        return RunReader.read(write(parent));
    }

    /** The same without files. */
    public Run run() {
        RunBuilder builder = new RunBuilder();
        List<CellDescription> cells = cells();
        lines(cells).forEach(builder::add);
        return builder.build(name, Optional.of(plan(cells)), MachineRecord.of(machineTree()), List.of());
    }

    public Path write(Path parent) {
        try {
            Path folder = Files.createDirectories(parent.resolve(name));
            Files.deleteIfExists(folder.resolve("samples.jsonl"));
            List<CellDescription> cells = cells();
            try (JournalWriter journal = JournalWriter.open(folder.resolve("samples.jsonl"))) {
                for (JournalLine line : lines(cells)) {
                    journal.append(line);
                }
            }
            PlanFile.write(plan(cells), folder.resolve("plan.json"));
            MachineRecord.of(machineTree()).write(folder.resolve("machine.json"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JournalLine> lines(List<CellDescription> cells) {
        List<JournalLine> lines = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double factor = Math.exp(drift * random.nextGaussian());
            for (CellDescription cell : cells) {
                lines.add(line(round, lines.size(), cell, factor));
            }
        }
        return lines;
    }

    private List<CellDescription> cells() {
        List<CellDescription> cells = new ArrayList<>();
        for (String workload : workloads) {
            for (String target : new TreeMap<>(targets).keySet()) {
                cells.add(new CellDescription(
                        suite + "/" + workload + "@" + target,
                        "run",
                        suite,
                        workload,
                        Optional.of("c"),
                        Optional.empty(),
                        target,
                        size,
                        "linux/amd64",
                        Optional.of(target.equals("native") ? "native" : "ahead-of-time")));
            }
        }
        return cells;
    }

    private JournalLine line(int round, int order, CellDescription cell, double roundFactor) {
        double truth = targets.getOrDefault(cell.target(), 1.0);
        double slowdown = slowdowns.getOrDefault(cell.target(), 1.0);
        double base = 20e6 * (1 + Math.floorMod(cell.workload().hashCode(), 7));
        double wall = base * truth * slowdown * roundFactor * Math.exp(noise * random.nextGaussian());
        long startup = Math.round(wall * 0.1);
        long teardown = Math.round(wall * 0.02);
        SortedMap<String, Long> metrics = new TreeMap<>();
        metrics.put("wallNs", Math.round(wall));
        metrics.put("startupNs", startup);
        metrics.put("runNs", Math.round(wall) - startup - teardown);
        metrics.put("teardownNs", teardown);
        metrics.put("userNs", Math.round(wall * 0.9));
        metrics.put("sysNs", Math.round(wall * 0.05));
        metrics.put("maxRssBytes", 4096L * (1000 + Math.round(500 * truth) + random.nextInt(8)));
        metrics.put("minorFaults", 300L + random.nextInt(20));
        return JournalLine.of(
                round,
                order,
                cell,
                "completed",
                Instant.parse("2026-11-21T10:00:00Z").plusMillis(order),
                metrics);
    }

    private Plan plan(List<CellDescription> cells) {
        return new Plan(
                name,
                Instant.parse("2026-11-21T10:00:00Z"),
                "0.1.0",
                42,
                rounds,
                size,
                Optional.of(suite),
                "native",
                new TreeMap<>(Map.of("cpus", "1")),
                cells,
                unavailable);
    }

    private ObjectNode machineTree() {
        ObjectNode tree = new ObjectMapper().createObjectNode();
        tree.put("fingerprint", machine);
        tree.put("platform", "linux/amd64");
        tree.put("kernel", "6.1.0");
        tree.put("os", "Debian 12");
        tree.putObject("cpu").put("model", "Model " + machine).put("cores", 2);
        tree.putObject("memory").put("totalBytes", 8L << 30);
        tree.putArray("tools")
                .addObject()
                .put("id", "wasmtime")
                .put("version", "49.0.4")
                .put("sha256", "0123456789abcdef0123");
        return tree;
    }
}
