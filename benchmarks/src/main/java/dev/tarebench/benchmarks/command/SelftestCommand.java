package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.Needs;
import dev.tarebench.benchmarks.selftest.SelftestFile;
import dev.tarebench.benchmarks.selftest.SelftestResult;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.machine.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Launches children of known behaviour, and says what was reported of them and what is true. */
@Command(
        name = "selftest",
        mixinStandardHelpOptions = true,
        description = "Holds the launcher against children of known behaviour.")
final class SelftestCommand implements Callable<Integer> {

    /** The base on which there is nothing but the child. */
    private static final String BASE = "scratch";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Session session = Session.open(shared.catalogue, line -> {
            out.println(line);
            out.flush();
        });
        SelftestResult result;
        try (ProcessLauncher launcher =
                Launchers.start(session.builder(), session.cache().progress())) {
            result = SelftestResult.run(
                    session.builder(),
                    launcher,
                    containers(session),
                    Machine.look().fingerprint(),
                    session.cache().progress());
        }
        SelftestFile.in(session.cache()).write(result);
        if (result.unjudged() > 0) {
            out.println("%d figure(s) have no value here: this launcher only samples".formatted(result.unjudged()));
        }
        out.println("selftest " + result.verdict());
        if (!result.passed()) {
            out.println("try:   again on a machine that does nothing else; until it passes, every run says so");
        }
        out.flush();
        return (result.passed() ? ExitCode.COMPLETED : ExitCode.INCOMPLETE).code();
    }

    /** Nothing counts in containers where no control group can be made. */
    private static SelftestResult.Containers containers(Session session) {
        boolean counted = ControlGroups.find() instanceof Availability.Ready<ControlGroups>;
        List<ContainerFront> fronts = session.catalogue().fronts().values().stream()
                .filter(front -> counted && session.fronts().find(front) instanceof Availability.Ready<ContainerEngine>)
                .toList();
        return new SelftestResult.Containers(
                fronts,
                () -> Dock.open(session.cache(), session.fronts(), Needs.toRun(fronts), System.getenv()),
                Optional.ofNullable(session.catalogue().bases().get(BASE))
                        .orElseThrow(() -> new IllegalStateException("the catalogue has no base " + BASE)));
    }
}
