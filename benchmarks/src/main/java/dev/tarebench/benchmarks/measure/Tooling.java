package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.toolchains.tools.Toolbox;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings every tool that the chosen cells need before a file of the run is written, and tells all that fail at once. */
public final class Tooling {

    private final Toolbox toolbox;
    private final ArtifactBuilder builder;

    public Tooling(Toolbox toolbox, ArtifactBuilder builder) {
        this.toolbox = toolbox;
        this.builder = builder;
    }

    public void bring(List<Cell> cells) {
        List<String> problems = new ArrayList<>();
        for (ToolDescription tool : needed(cells)) {
            try {
                toolbox.obtain(tool);
            } catch (SetupFailure | CommandFailed e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new SetupFailure(
                    "%d tool(s) that the chosen cells need cannot be had:\n%s"
                            .formatted(problems.size(), String.join("\n", problems)),
                    "mend that, or choose cells that do not need them; 'doctor' shows every tool");
        }
    }

    private Collection<ToolDescription> needed(List<Cell> cells) {
        Map<String, ToolDescription> needed = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (builder.compilerFor(
                            cell.target().place(), cell.workload().source().language())
                    instanceof Availability.Ready<Compiler> compiler) {
                needed.putIfAbsent(compiler.value().id(), compiler.value().tool());
            }
            if (cell.target() instanceof Target.Wasm wasm) {
                needed.putIfAbsent(wasm.engine().id(), wasm.engine().tool());
            }
            if (cell.target() instanceof Target.Handled handled) {
                needed.putIfAbsent(handled.handler().id(), handled.handler().tool());
                handled.compiler().map(by -> by.engine().tool()).ifPresent(tool -> needed.putIfAbsent(tool.id(), tool));
            }
            if (cell.target() instanceof Target.Emulated emulated) {
                needed.putIfAbsent(emulated.emulator().id(), emulated.emulator().tool());
            }
        }
        return needed.values();
    }
}
