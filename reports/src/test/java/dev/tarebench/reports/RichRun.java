package dev.tarebench.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.Plan;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.RunBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run with everything in it that a report can show: images, density, warm-up, failures, hostile names. */
public final class RichRun {
    /** A name that would be markup wherever it is not escaped. */
    public static final String HOSTILE = "<img/src=x/onerror=alert(1)>";

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final List<String> KERNELS =
            List.of(("2mm 3mm adi atax bicg cholesky correlation covariance deriche doitgen durbin fdtd-2d "
                            + "floyd-warshall gemm gemver gesummv gramschmidt heat-3d jacobi-1d jacobi-2d lu ludcmp "
                            + "mvt nussinov seidel-2d symm syr2k syrk trisolv trmm")
                    .split(" ", -1));

    /** Machine code of the host has no tier, wherever it runs. */
    private record Target(String name, String tier, double rate, double startupMs, double rssMiB) {
        boolean isContainer() {
            return name.matches("(docker|runwasi|crun)-.*");
        }
    }

    private static final List<Target> TARGETS = List.of(
            new Target("native", "", 1, 0.6, 1.4),
            new Target("native-v3", "", 0.82, 0.6, 1.4),
            new Target("native-glibc", "", 1.01, 0.9, 1.9),
            new Target("wasmtime-aot", "ahead-of-time", 1.22, 6.2, 14.1),
            new Target("wasmtime-cranelift", "optimizing-jit", 1.22, 21, 31),
            new Target("wasmtime-winch", "baseline-jit", 2.6, 11, 22),
            new Target("wasmtime-pulley", "interpreter", 14, 14, 21),
            new Target("wasmer-llvm", "optimizing-jit", 1.12, 160, 98),
            new Target("wasmedge-interpreter", "interpreter", 61, 9, 18),
            new Target("wasmedge-aot", "ahead-of-time", 1.15, 12, 34),
            new Target("wamr-fast-interp", "interpreter", 19, 1.1, 2.6),
            new Target("wamr-aot", "ahead-of-time", 1.19, 1.2, 2.4),
            new Target("node", "optimizing-jit", 1.35, 41, 62),
            new Target("chicory-compiler", "optimizing-jit", 2.1, 420, 130),
            new Target("docker-debian", "", 1.02, 310, 6.2),
            new Target("docker-scratch", "", 1.0, 290, 4.1),
            new Target("runwasi-wasmtime", "optimizing-jit", 1.24, 205, 28),
            new Target("crun-wasmedge-aot", "ahead-of-time", 1.17, 74, 39));

    private final Random random = new Random(8);
    private final RunBuilder builder = new RunBuilder();
    private final Set<CellDescription> cells = new LinkedHashSet<>();
    private int order;

    private RichRun() {}

    public static Run build(int rounds) {
        return new RichRun().all(rounds);
    }

    private Run all(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            double drift = Math.exp(0.01 * random.nextGaussian());
            for (String kernel : KERNELS) {
                kernel(round, kernel, drift);
            }
            warmUp(round);
            RichContainers.add(this, round);
        }
        List<UnavailableCell> unavailable = List.of(
                new UnavailableCell(
                        "polybench/gemm@wasmer-cranelift",
                        "wasmer is not installed",
                        "java -jar benchmarks.jar provision wasmer"),
                new UnavailableCell(
                        "startup/" + HOSTILE + "@native",
                        "a name <b>with</b> markup & \"quotes\"",
                        "</script><script>alert(1)"),
                new UnavailableCell(
                        "workloads/sort-rust@crun-wasmer",
                        "the handler wasmer joins all arguments into one, and sort needs two",
                        ""));
        Plan plan = new Plan(
                "20261121-100000-rich",
                START,
                "0.1.0",
                8128,
                rounds,
                "mini",
                Optional.of("polybench|images|density|prolonged"),
                "native",
                new TreeMap<>(Map.of("cpus", "1")),
                List.copyOf(cells),
                unavailable);
        return builder.build("rich", Optional.of(plan), MachineRecord.of(machine()), List.of());
    }

    private void kernel(int round, String kernel, double drift) {
        double work = 12 + Math.floorMod(kernel.hashCode(), 190);
        for (Target target : TARGETS) {
            double taste = Math.exp(0.18 * new Random(kernel.hashCode() * 31L + target.name.hashCode()).nextGaussian());
            double rate = target.rate == 1 ? 1 : target.rate * taste;
            double noise = Math.exp(0.012 * random.nextGaussian());
            double run = work * rate * drift * noise;
            if (kernel.equals("lu") && target.name.equals("node") && random.nextBoolean()) {
                run *= 1.4;
            }
            if (kernel.equals("gemm") && random.nextInt(25) == 0) {
                run *= 1.6;
            }
            double startup = target.startupMs * Math.exp(0.05 * random.nextGaussian());
            double teardown = 0.3 + target.startupMs * 0.04;
            SortedMap<String, Long> metrics = new TreeMap<>();
            metrics.put("wallNs", nanos(startup + run + teardown));
            metrics.put("startupNs", nanos(startup));
            metrics.put("runNs", nanos(run));
            metrics.put("teardownNs", nanos(teardown));
            metrics.put("kernelNs", nanos(run * 0.97));
            metrics.put("cgroupPeakBytes", mebibytes(target.rssMiB + work / 30 + random.nextDouble()));
            if (!target.isContainer()) {
                metrics.put("maxRssBytes", mebibytes(target.rssMiB + work / 40 + 0.1 * random.nextDouble()));
                metrics.put("userNs", nanos(run));
            }
            CellDescription cell = cell("run", "polybench", kernel, target.name, target.tier);
            boolean traps = kernel.equals("nussinov") && target.name.equals("wasmedge-interpreter");
            add(round, cell, traps ? "timed-out" : "completed", metrics, new TreeMap<>());
        }
        if (kernel.equals("trmm")) {
            SortedMap<String, Long> metrics = new TreeMap<>(Map.of("wallNs", nanos(5 + random.nextDouble())));
            add(round, cell("run", "startup", HOSTILE, "native", ""), "completed", metrics, new TreeMap<>());
            add(
                    round,
                    cell("run", "startup", HOSTILE, "docker-" + HOSTILE, ""),
                    "completed",
                    new TreeMap<>(Map.of("wallNs", nanos(300 + random.nextDouble()))),
                    new TreeMap<>());
        }
    }

    private void warmUp(int round) {
        for (Target target : TARGETS) {
            if (!Set.of("native", "wasmtime-cranelift", "wamr-fast-interp", "node", "chicory-compiler")
                    .contains(target.name)) {
                continue;
            }
            List<Long> repetitions = new ArrayList<>();
            for (int k = 0; k < 40; k++) {
                double warm = target.tier.equals("optimizing-jit") ? 1 + 9 * Math.exp(-k / 4.0) : 1;
                repetitions.add(nanos(4 * target.rate * warm * Math.exp(0.03 * random.nextGaussian())));
            }
            long total = repetitions.stream().mapToLong(Long::longValue).sum();
            add(
                    round,
                    cell("prolonged", "polybench", "gemm", target.name, target.tier),
                    "completed",
                    new TreeMap<>(Map.of("wallNs", total)),
                    new TreeMap<>(Map.of("repetitionNs", repetitions)));
        }
    }

    private static CellDescription cell(String operation, String suite, String workload, String target, String tier) {
        return new CellDescription(
                (operation.equals("run") ? "" : operation + "/") + suite + "/" + workload + "@" + target,
                operation,
                suite,
                workload,
                Optional.empty(),
                Optional.empty(),
                target,
                "mini",
                "linux/amd64",
                Optional.of(tier).filter(word -> !word.isEmpty()));
    }

    void add(int round, CellDescription cell, Map<String, Long> metrics) {
        add(round, cell, "completed", new TreeMap<>(metrics), new TreeMap<>());
    }

    /** A factor about 1, as noise makes it. */
    double noise(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }

    private void add(
            int round,
            CellDescription cell,
            String outcome,
            SortedMap<String, Long> metrics,
            SortedMap<String, List<Long>> series) {
        cells.add(cell);
        boolean failed = !outcome.equals("completed");
        builder.add(new JournalLine(
                round,
                order,
                cell,
                outcome,
                failed ? Optional.of("was still running after its timeout of 60000 ms") : Optional.empty(),
                START.plusMillis(order++),
                "exact",
                failed ? new TreeMap<>() : metrics,
                series,
                List.of()));
    }

    static long nanos(double milliseconds) {
        return Math.round(milliseconds * 1e6);
    }

    static long mebibytes(double amount) {
        return Math.round(amount * (1 << 20));
    }

    private static ObjectNode machine() {
        ObjectNode tree = new ObjectMapper().createObjectNode();
        tree.put("fingerprint", "5f43b3b");
        tree.put("kernel", "6.1.0-28-amd64");
        tree.put("os", "Debian GNU/Linux 12");
        tree.put("platform", "linux/amd64");
        tree.putObject("cpu")
                .put("model", "Some <i>CPU</i> @ 2.40GHz")
                .put("cores", 2)
                .put("governor", "performance");
        tree.putObject("memory").put("totalBytes", 25_769_803_776L);
        tree.putArray("tools")
                .addObject()
                .put("id", "wasmtime")
                .put("version", "49.0.4")
                .put("sha256", "9f".repeat(32));
        tree.putArray("artifacts")
                .addObject()
                .put("cell", "polybench/gemm@native")
                .put("sha256", "ab".repeat(32))
                .put("bytes", 48_128);
        return tree;
    }
}
