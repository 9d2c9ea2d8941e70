package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.measure.Preparation;
import dev.tarebench.benchmarks.measure.Prepared;
import dev.tarebench.benchmarks.measure.SingleLaunch;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Unusable;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.workloads.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a kernel computed, in full, so that it can be compared with any other implementation of it. */
@Command(name = "dump", mixinStandardHelpOptions = true, description = "Writes a PolyBench kernel's live-out arrays.")
final class DumpCommand implements Callable<Integer> {

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Parameters(index = "0", paramLabel = "KERNEL", description = "for example gemm")
    String kernel = "";

    @Option(names = "--size", description = "mini, small, medium, large (${DEFAULT-VALUE})")
    Size size = Size.MINI;

    @Option(names = "--target", description = "native, wasmtime-cranelift, … (${DEFAULT-VALUE})")
    String target = "native";

    @Option(names = "--digits", description = "2 or 17 (${DEFAULT-VALUE})")
    int digits = 2;

    @Override
    public Integer call() throws IOException {
        if (digits != 2 && digits != 17) {
            throw new Unusable("--digits must be 2 or 17, not %d".formatted(digits));
        }
        Progress progress = System.err::println;
        Session session = Session.open(shared.catalogue, progress);
        Cell cell = cell(session);
        Prepared prepared = new Preparation(session.cache(), session.toolbox(), session.builder(), size)
                .prepare(cell, List.of(digits == 17 ? "--dump-17" : "--dump"));
        try (ProcessLauncher launcher = Launchers.start(session.builder(), progress);
                SingleLaunch single = new SingleLaunch(session.cache(), launcher)) {
            Execution execution = single.launch(prepared);
            Files.copy(execution.stdout().file(), System.out);
            System.out.flush();
            if (execution.outcome() instanceof Outcome.Completed) {
                return ExitCode.COMPLETED.code();
            }
            System.err.println(
                    "error: %s %s".formatted(cell.id(), execution.outcome().explanation()));
            Files.copy(execution.stderr().file(), System.err);
            return ExitCode.INCOMPLETE.code();
        }
    }

    private Cell cell(Session session) {
        List<Cell> all = session.catalogue().cells().stream()
                .filter(cell -> cell.workload().suite().equals("polybench"))
                .toList();
        Set<String> kernels =
                all.stream().map(cell -> cell.workload().workload()).collect(Collectors.toCollection(TreeSet::new));
        if (!kernels.contains(kernel)) {
            throw new Unusable("there is no kernel '%s'%s".formatted(kernel, Suggestion.didYouMean(kernel, kernels)));
        }
        Set<String> targets =
                all.stream().map(cell -> cell.target().id()).collect(Collectors.toCollection(TreeSet::new));
        return all.stream()
                .filter(cell -> cell.id().equals("polybench/%s@%s".formatted(kernel, target)))
                .findFirst()
                .orElseThrow(() -> new Unusable("there is no target '%s'; %s".formatted(target, near(targets))));
    }

    /** A target is an engine and its mode: whoever writes the first alone, or nearly so, sees what it goes on with. */
    private String near(Set<String> targets) {
        List<String> near = Suggestion.nearest(target, targets, 1);
        if (!near.isEmpty()) {
            return "did you mean '%s'?".formatted(near.get(0));
        }
        Map<String, List<String>> families =
                targets.stream().collect(Collectors.groupingBy(id -> id.replaceFirst("-.*", "")));
        List<String> family = Suggestion.nearest(target, families.keySet(), 1);
        return family.isEmpty()
                ? "known are those of " + String.join(", ", new TreeSet<>(families.keySet()))
                : "there are " + String.join(", ", families.getOrDefault(family.get(0), List.of()));
    }
}
