package dev.tarebench.reports.text;

import dev.tarebench.reports.Golden;
import dev.tarebench.reports.RichRun;
import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.comparison.Bounds;
import dev.tarebench.reports.comparison.Comparison;
import dev.tarebench.reports.comparison.Gate;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.comparison.SpeedUps;
import dev.tarebench.reports.comparison.TargetPair;
import dev.tarebench.reports.results.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bytes in every locale: a Turkish i or a German comma would break every reader of these files. */
@ParameterizedClass
@ValueSource(strings = {"", "en-US", "tr-TR"})
class GoldenTextTest {
    @Parameter
    String languageTag = "";

    private Locale before = Locale.ROOT;

    @BeforeEach
    void switchLocale() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(languageTag));
    }

    @AfterEach
    void switchBack() {
        Locale.setDefault(before);
    }

    @Test
    void theSummaryInMarkdownAndForATerminal() {
        RunAnalysis analysis = RunAnalysis.of(small(1, "before")
                .unavailable("polybench/lu@wasmer-llvm", "wasmer | is <not> installed", "provision wasmer")
                .run());

        Golden.verify("summary.md", Summary.markdown(analysis));
        Golden.verify("summary.txt", Summary.console(analysis));
    }

    @Test
    void everythingARunCanHold() {
        Golden.verify("rich-summary.md", Summary.markdown(RunAnalysis.of(RichRun.build(7))));
    }

    @ParameterizedTest
    @EnumSource
    void aComparison(TableFormat format) {
        Run after = small(2, "after").slowdown("wasmtime-aot", 1.08).run();

        String text =
                ComparisonText.render(List.of(Comparison.of(small(1, "before").run(), after)), format);

        Golden.verify("comparison." + suffix(format), text);
    }

    @ParameterizedTest
    @EnumSource
    void speedUps(TableFormat format) {
        Run run = small(1, "run").run();

        String text = SpeedUpText.render(SpeedUps.of(run, TargetPair.parse("wasmtime-aot|wasmtime-cranelift")), format);

        Golden.verify("speed-ups." + suffix(format), text);
    }

    @Test
    void twoMachines() {
        Run there = small(2, "there")
                .machine("two")
                .targets(Map.of("native", 2.0, "wasmtime-aot", 3.4))
                .run();

        String text =
                ComparisonText.render(List.of(Comparison.of(small(1, "here").run(), there)), TableFormat.MARKDOWN);

        Golden.verify("machines.md", text);
    }

    @Test
    void theGate() {
        Run after = small(2, "after").slowdown("wasmtime-aot", 1.2).run();

        Golden.verify("gate.txt", GateText.render(Gate.judge(small(1, "before").run(), after, new Bounds(0.05, 0.05))));
    }

    private static SimulatedRun small(long seed, String name) {
        return SimulatedRun.seed(seed)
                .named(name)
                .rounds(12)
                .targets(Map.of("native", 1.0, "wasmtime-aot", 1.3, "wasmtime-cranelift", 1.6));
    }

    private static String suffix(TableFormat format) {
        return switch (format) {
            case MARKDOWN -> "md";
            case CSV -> "csv";
            case LATEX -> "tex";
            case CONSOLE -> "txt";
        };
    }
}
