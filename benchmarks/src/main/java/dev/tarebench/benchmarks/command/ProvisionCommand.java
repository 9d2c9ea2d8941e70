package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Unusable;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings engines and compilers into the cache; one that fails does not stop the others. */
@Command(name = "provision", mixinStandardHelpOptions = true, description = "Installs engines and compilers.")
final class ProvisionCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Parameters(arity = "1..*", paramLabel = "ENGINE", description = "ids of engines and compilers, or 'all'")
    List<String> ids = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Session session = Session.open(shared.catalogue, line -> {
            out.println("  " + line);
            out.flush();
        });
        List<ToolDescription> wanted = wanted(session);
        try (Interruption interruption = new Interruption()) {
            interruption.ends(Thread.currentThread()::interrupt);
            return bring(session, wanted, interruption, out).code();
        }
    }

    private static ExitCode bring(
            Session session, List<ToolDescription> wanted, Interruption interruption, PrintWriter out) {
        List<String> failed = new ArrayList<>();
        int number = 0;
        for (ToolDescription tool : wanted) {
            out.println("[%d/%d] %s".formatted(++number, wanted.size(), tool.name()));
            out.flush();
            if (!bring(session, tool, out)) {
                failed.add(tool.id());
            }
            if (interruption.requested()) {
                out.println("interrupted; what was not ready is gone, and comes by the same command");
                out.flush();
                return ExitCode.INTERRUPTED;
            }
        }
        out.println("provisioned %d, failed %d%s"
                .formatted(
                        wanted.size() - failed.size(),
                        failed.size(),
                        failed.isEmpty() ? "" : ": " + String.join(", ", failed)));
        out.flush();
        return failed.isEmpty() ? ExitCode.COMPLETED : ExitCode.INCOMPLETE;
    }

    private List<ToolDescription> wanted(Session session) {
        Map<String, ToolDescription> known = new LinkedHashMap<>();
        session.catalogue().tools().forEach(tool -> known.put(tool.id(), tool));
        List<ToolDescription> wanted = new ArrayList<>();
        for (String id : ids) {
            if (id.equals(ALL)) {
                wanted.addAll(known.values());
            } else if (known.containsKey(id)) {
                wanted.add(known.get(id));
            } else {
                throw new Unusable("there is no engine or compiler '%s'%s"
                        .formatted(id, Suggestion.didYouMean(id, known.keySet())));
            }
        }
        return wanted.stream().distinct().toList();
    }

    /** What can only be brought by the system is told and is no failure of ours. */
    private static boolean bring(Session session, ToolDescription tool, PrintWriter out) {
        long begin = System.nanoTime();
        try {
            if (session.toolbox().look(tool) instanceof Standing.Absent absent
                    && session.toolbox().byHand(tool).isPresent()) {
                out.println("  skipped: %s; %s".formatted(absent.reason(), absent.remedy()));
                return true;
            }
            Tool brought = session.toolbox().provision(tool);
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            out.println("  ready: version %s, %s, %d s".formatted(brought.version(), brought.file(), seconds));
            return true;
        } catch (SetupFailure e) {
            out.println("  failed: " + e.getMessage());
            out.println("  try: " + e.remedy());
            return false;
        } finally {
            out.flush();
        }
    }
}
