package dev.tarebench.benchmarks.conformance;

import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.HandledFront;
import dev.tarebench.benchmarks.dock.Module;
import dev.tarebench.benchmarks.dock.Surroundings;
import dev.tarebench.benchmarks.measure.AheadOfTime;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.build.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One handler behind one front, given conformance guests in one form. */
final class Quay {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session session;
    private final Dock dock;
    private final Target.Handled target;
    private final Tool tool;
    private final Workbench bench;

    Quay(Workbench bench, Dock dock, Target.Handled target) {
        this.bench = bench;
        this.session = bench.session();
        this.dock = dock;
        this.target = target;
        this.tool = session.toolbox().obtain(target.handler().tool());
    }

    /** Runs the guest to its end, with the folder as its working directory. */
    CommandResult run(Path folder, Map<String, String> environment, String guest, String... arguments)
            throws IOException {
        ContainedProgram program = program(guest, arguments);
        ContainerId id = dock.containers().next();
        try {
            return Command.of(dock.containers().start(program, id, around(folder, environment, Optional.empty())))
                    .withTimeout(PATIENCE)
                    .run();
        } finally {
            dock.containers().end(program, id, false);
        }
    }

    /** The files that the guest's processes map while it waits; it is ended then. */
    Set<String> mappedWhileWaiting(Path folder) throws IOException, InterruptedException {
        ContainedProgram program = program("waiting");
        ContainerId id = dock.containers().next();
        try (ControlGroup group = dock.containers().group(program.engine(), id).orElseThrow()) {
            List<String> command =
                    dock.containers().start(program, id, around(folder, Map.of(), Optional.of(group.path())));
            Path output = folder.resolveSibling("output");
            Process client = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                awaitText(client, output);
                return mapped(group);
            } finally {
                dock.containers().end(program, id, false);
                client.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitText(Process client, Path output) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(output, StandardCharsets.UTF_8).contains("waiting")) {
            if (!client.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the guest did not begin to wait: " + Files.readString(output));
            }
            Thread.sleep(20);
        }
    }

    private static Set<String> mapped(ControlGroup group) throws IOException {
        Set<String> mapped = new TreeSet<>();
        for (long process : group.processes()) {
            try (var lines = Files.lines(Path.of("/proc", Long.toString(process), "maps"))) {
                lines.filter(line -> line.contains("/"))
                        .map(line -> line.substring(line.indexOf('/')))
                        .forEach(mapped::add);
            }
        }
        return mapped;
    }

    private static Surroundings around(Path folder, Map<String, String> environment, Optional<String> group) {
        return new Surroundings(folder, environment, Optional.empty(), group);
    }

    private ContainedProgram program(String guest, String... arguments) {
        Artifact module = bench.guest(guest, "wasm");
        return dock.module(
                new HandledFront(target.front(), target.handler(), tool),
                target.form(),
                "conformance/" + guest,
                compiled(module).orElseGet(() -> new Module(module.file(), module.sha256())),
                List.of(arguments));
    }

    private Optional<Module> compiled(Artifact module) {
        AheadOfTime aheadOfTime = new AheadOfTime(session.cache());
        Optional<AheadOfTime.Product> product = target.compiler().isPresent()
                ? Optional.of(aheadOfTime.compile(
                        session.toolbox()
                                .obtain(target.compiler().get().engine().tool()),
                        target.compiler().get().mode(),
                        module,
                        Map.of()))
                : target.form().ownCompiler().map(mode -> aheadOfTime.compile(tool, mode, module, Map.of()));
        return product.map(made -> Module.of(made.file()));
    }
}
