package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.selftest.SelftestFile;
import dev.tarebench.benchmarks.selftest.SelftestResult;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.machine.Machine;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what this machine is, what is on it, and what would bring what is not. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Shows the machine, its tools and its noise.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Override
    public Integer call() {
        Session session = Session.open(shared.catalogue, Progress.silent());
        PrintWriter out = spec.commandLine().getOut();
        Machine machine = Machine.look();
        out.println("machine");
        machine.facts().forEach((key, value) -> out.println("  %-24s %s".formatted(key, value)));
        out.println("  %-24s %s".formatted("fingerprint", machine.fingerprint()));
        out.println("tools (cache: %s)".formatted(session.cache().root()));
        session.catalogue().tools().forEach(tool -> out.println("  " + line(session, tool)));
        out.println("containers");
        ContainerLines.of(session).forEach(line -> out.println("  " + line));
        out.println("selftest");
        selftest(session, machine).forEach(line -> out.println("  " + line));
        out.println("noise");
        NoiseVerdict.of(machine).lines().forEach(line -> out.println("  " + line));
        out.flush();
        return ExitCode.COMPLETED.code();
    }

    private static List<String> selftest(Session session, Machine machine) {
        Optional<SelftestResult> last = SelftestFile.in(session.cache()).read();
        if (last.isEmpty()) {
            return List.of("never made; try: benchmarks.jar selftest");
        }
        List<String> lines = new ArrayList<>();
        SelftestResult result = last.get();
        boolean here = result.fingerprint().equals(machine.fingerprint());
        lines.add("%s at %s%s".formatted(result.verdict(), result.at(), here ? "" : ", on another machine or kernel"));
        lines.addAll(result.lines());
        return lines;
    }

    private static String line(Session session, ToolDescription description) {
        Standing standing = session.toolbox().look(description);
        if (standing instanceof Standing.Present present) {
            Tool tool = present.tool();
            return "%-12s %s, %s, sha256 %s, by %s%s"
                    .formatted(
                            description.id(),
                            tool.version(),
                            tool.file(),
                            tool.sha256().substring(0, 12),
                            tool.origin().name().toLowerCase(Locale.ROOT),
                            tool.versionWarning()
                                    .map(warning -> "; warning: " + warning)
                                    .orElse(""));
        }
        if (standing instanceof Standing.Absent absent) {
            return "%-12s missing: %s; %s".formatted(description.id(), absent.reason(), absent.remedy());
        }
        return "%-12s comes by itself when a cell needs it (%s, %s)"
                .formatted(
                        description.id(),
                        description.install().what(),
                        description.install().cost().about());
    }
}
