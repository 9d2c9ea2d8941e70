package dev.tarebench.benchmarks.command;

import dev.tarebench.reports.comparison.Bounds;
import dev.tarebench.reports.comparison.Gate;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.RunReader;
import dev.tarebench.reports.text.GateText;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The run that a new one must not be worse than; read before an hour of measuring, judged after it. */
record BaselineRun(Run run) {

    static BaselineRun read(Path path) {
        return new BaselineRun(RunReader.read(path));
    }

    int judge(Path measured, double bound, PrintWriter out) {
        Gate gate = Gate.judge(run, RunReader.read(measured), new Bounds(bound, bound));
        out.print(GateText.render(gate));
        out.flush();
        return gate.exitCode(false);
    }
}
