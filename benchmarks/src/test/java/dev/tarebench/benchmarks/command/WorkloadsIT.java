package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.measure.CellFactory;
import dev.tarebench.benchmarks.measure.Measurable;
import dev.tarebench.benchmarks.measure.MeasureSettings;
import dev.tarebench.benchmarks.measure.Preparation;
import dev.tarebench.benchmarks.measure.Prepared;
import dev.tarebench.benchmarks.measure.SingleLaunch;
import dev.tarebench.benchmarks.measure.Trial;
import dev.tarebench.benchmarks.measure.Workspace;
import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Resolution;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.WorkloadVariant;
import dev.tarebench.workloads.inputs.InputFile;
import dev.tarebench.workloads.inputs.LiteralText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the guests to their contract, natively and as modules: one answer in all languages, and clear refusals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkloadsIT {

    private static final List<String> TARGETS = List.of("native", "wasmtime-cranelift");
    private static final Pattern BOX = Pattern.compile("(\\d+) (\\d+), (\\d+) x (\\d+), score (\\S+)");

    /** Any file that is no photograph; the answer of a run that is refused does not matter. */
    private static final InputFile NO_PICTURE = new InputFile("broken.ppm", new LiteralText("P6\n4 4\n255\nshort"));

    private Session session;
    private ProcessLauncher launcher;
    private SingleLaunch single;
    private Workspace workspace;

    @BeforeAll
    void open() {
        session = Session.open(Optional.empty(), Progress.silent());
        launcher = Launchers.start(session.builder(), Progress.silent());
        single = new SingleLaunch(session.cache(), launcher);
        workspace = Workspace.open(session.cache(), "workloads-test");
    }

    @AfterAll
    void close() throws IOException {
        workspace.close();
        single.close();
        launcher.close();
    }

    private Cell cell(String id) {
        Cell cell = session.catalogue().cells().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cell " + id));
        Resolution resolution = session.resolution(Size.MINI);
        if (resolution.resolve(cell) instanceof Availability.Unavailable<Cell> missing) {
            Requirement.missing(cell.workload().language().orElse("c"), missing.reason());
        }
        return cell;
    }

    private Prepared prepared(Cell cell, Size size, int repetitions) {
        return new Preparation(
                        session.cache(), session.toolbox(), session.builder(), size, repetitions, Optional.empty())
                .prepare(cell);
    }

    /** One execution as a run would judge it. */
    private Trial trial(Prepared prepared) {
        MeasureSettings settings = new MeasureSettings(Duration.ofMinutes(5), List.of());
        Measurable measurable = new CellFactory(launcher, workspace, settings).measurable(prepared);
        measurable.before(0);
        try {
            measurable.execute();
            return measurable.after();
        } finally {
            measurable.clear();
        }
    }

    private String answer(String id, Size size) throws IOException {
        Execution execution = single.launch(prepared(cell(id), size, 1));
        assertThat(execution.outcome()).as(id).isInstanceOf(Outcome.Completed.class);
        return Files.readString(execution.stdout().file(), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> guests() {
        return Catalogue.load(Optional.empty()).cells().stream()
                .filter(cell -> !cell.workload().suite().equals("polybench"))
                .filter(cell -> cell.id().matches("(startup|workloads|functions)/.*"))
                .filter(cell -> TARGETS.contains(cell.target().id()))
                .map(cell -> Arguments.of(cell.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guests")
    void everyGuestAnswersRightAndLeavesNothingElse(String id) {
        Trial trial = trial(prepared(cell(id), Size.MINI, 1));

        assertThat(trial.outcome().explanation()).as(id).isEqualTo(new Outcome.Completed().explanation());
    }

    @ParameterizedTest
    @MethodSource("inThreeLanguages")
    void threeLanguagesHaveOneAnswer(String workload) throws IOException {
        List<String> answers = new ArrayList<>();
        for (String language : List.of("cpp", "rust", "go")) {
            for (String target : TARGETS) {
                answers.add(answer("workloads/%s-%s@%s".formatted(workload, language, target), Size.MINI));
            }
        }

        assertThat(answers).hasSize(6).containsOnly(answers.get(0));
    }

    static Stream<String> inThreeLanguages() {
        return Stream.of("matrix", "sort");
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void theFaceIsFoundWhereItIs(String guest) throws IOException {
        for (String target : TARGETS) {
            Matcher box = BOX.matcher(answer("workloads/face-detection-%s@%s".formatted(guest, target), Size.PAPER));

            assertThat(box.find()).as("a box on %s", target).isTrue();
            int left = Integer.parseInt(box.group(1));
            int top = Integer.parseInt(box.group(2));
            // The face of the photograph is 96 pixels wide and high, at 176 from the left and 67 from the top.
            assertThat(left + Integer.parseInt(box.group(3)) / 2).isBetween(200, 248);
            assertThat(top + Integer.parseInt(box.group(4)) / 2).isBetween(91, 139);
            assertThat(box.find()).as("a second box on %s", target).isFalse();
        }
    }

    static Stream<String> detectors() {
        return Stream.of("cpp", "cpp~simd", "rust");
    }

    static Stream<Arguments> badInputs() {
        return TARGETS.stream()
                .flatMap(target -> Stream.of("cpp", "rust", "go")
                        .flatMap(language -> Stream.of(
                                Arguments.of("workloads/matrix-%s@%s".formatted(language, target), List.of("0")),
                                Arguments.of("workloads/matrix-%s@%s".formatted(language, target), List.of("-1")),
                                Arguments.of("workloads/matrix-%s@%s".formatted(language, target), List.of("many")),
                                Arguments.of(
                                        "workloads/sort-%s@%s".formatted(language, target), List.of("missing.txt")))));
    }

    static Stream<Arguments> badPhotographs() {
        return TARGETS.stream()
                .flatMap(target -> Stream.of("broken.ppm", "missing.ppm")
                        .flatMap(file -> Stream.of(
                                Arguments.of(
                                        "workloads/face-detection-cpp@" + target,
                                        List.of("detector.bin", "detector.json", "416", "1", file)),
                                Arguments.of("workloads/face-detection-rust@" + target, List.of("416", "1", file)),
                                Arguments.of(
                                        "functions/imageprocessing-go@" + target,
                                        List.of(file, "picture.png", "50", "1")))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"badInputs", "badPhotographs"})
    void badInputEndsWithAMessage(String id, List<String> arguments) throws IOException {
        Execution execution = single.launch(prepared(withArguments(cell(id), arguments), Size.MINI, 1));

        assertThat(execution.outcome()).isInstanceOf(Outcome.NonZeroExit.class);
        assertThat(Files.readAllLines(execution.stderr().file(), StandardCharsets.UTF_8))
                .anyMatch(line -> !line.isBlank() && !line.startsWith("@tare"));
    }

    private static Cell withArguments(Cell cell, List<String> arguments) {
        WorkloadVariant usual = cell.workload();
        SizedRun mini = Optional.ofNullable(usual.sizes().get(Size.MINI)).orElseThrow();
        List<InputFile> inputs = new ArrayList<>(mini.inputs());
        inputs.add(NO_PICTURE);
        WorkloadVariant other = new WorkloadVariant(
                usual.suite(),
                usual.workload(),
                usual.language(),
                usual.variant(),
                usual.title(),
                usual.source(),
                Map.of(Size.MINI, new SizedRun(Map.of(), arguments, inputs, mini.expectedSha256())),
                usual.needs(),
                usual.marked(),
                usual.reach());
        return new Cell(cell.operation(), other, cell.target());
    }

    @Test
    void aProlongedRunTimesEachRepetitionAndVerifiesEachAnswer() {
        for (String target : TARGETS) {
            Trial trial = trial(prepared(cell("prolonged/workloads/matrix-cpp@" + target), Size.MINI, 4));

            assertThat(trial.completed()).as(trial.outcome().explanation()).isTrue();
            assertThat(trial.series().get("repetitionNs")).hasSize(4).allMatch(time -> time > 0);
        }
    }
}
