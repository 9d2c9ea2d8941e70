package dev.tarebench.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.launch.CapturedOutput;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Instrument;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerificationTest {

    @TempDir
    Path root;

    private Path input;
    private Workspace workspace;
    private Workspace.Place place;

    @BeforeEach
    void layOut() throws IOException {
        input = Files.createDirectories(root.resolve("input"));
        Files.writeString(input.resolve("text.txt"), "text", StandardCharsets.UTF_8);
        Cache cache = Cache.open(Map.of("TARE_HOME", root.resolve("home").toString()), Progress.silent());
        workspace = Workspace.open(cache, "verification");
        place = workspace.fresh(Map.of("folder", input));
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private Outcome judge(String printed, Answer answer) throws IOException {
        Files.writeString(place.stdout(), printed, StandardCharsets.UTF_8);
        Execution execution = new Execution(
                new Outcome.Completed(),
                Optional.empty(),
                Optional.empty(),
                new CapturedOutput(place.stdout(), printed.length()),
                new CapturedOutput(place.stderr(), 0),
                0,
                Instrument.EXACT);
        return Verification.judge(execution, answer, place.directory(), Map.of("folder", input));
    }

    private static Answer answer(int parts, Map<String, String> outputs) {
        return new Answer(Digest.ofText("yes\n"), parts, outputs);
    }

    private void leave(String name, String content) throws IOException {
        Files.writeString(place.directory().resolve(name), content, StandardCharsets.UTF_8);
    }

    @Test
    void theRightAnswerCompletes() throws IOException {
        assertThat(judge("yes\n", answer(1, Map.of()))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void anotherAnswerIsShown() throws IOException {
        assertThat(judge("no\n", answer(1, Map.of())).explanation()).contains("it begins: 'no'");
    }

    @Test
    void everyRepetitionMustAnswerRight() throws IOException {
        assertThat(judge("yes\nyes\nyes\n", answer(3, Map.of()))).isInstanceOf(Outcome.Completed.class);
        assertThat(judge("yes\nyes\nyet\n", answer(3, Map.of()))).isInstanceOf(Outcome.WrongOutput.class);
        assertThat(judge("yes\nyes\n", answer(3, Map.of()))).isInstanceOf(Outcome.WrongOutput.class);
    }

    @Test
    void theFilesThatShouldBeLeftMustBeThere() throws IOException {
        Answer answer = answer(1, Map.of("out.txt", Digest.ofText("out")));

        assertThat(judge("yes\n", answer).explanation()).contains("the file out.txt was not written");
        leave("out.txt", "other");
        assertThat(judge("yes\n", answer).explanation()).contains("the file out.txt has the SHA-256");
        leave("out.txt", "out");
        assertThat(judge("yes\n", answer)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void nothingElseMayBeLeftBehind() throws IOException {
        leave("forgotten.tmp", "");

        assertThat(judge("yes\n", answer(1, Map.of())).explanation())
                .contains("left behind in its working directory: forgotten.tmp");
    }

    @Test
    void whatLiesInAnInputsFolderIsNoInputByThat() throws IOException {
        place.directory().resolve("folder").toFile().setWritable(true);
        leave("folder/more.txt", "");

        assertThat(judge("yes\n", answer(1, Map.of())).explanation()).contains("folder/more.txt");
    }

    @Test
    void inputsAreReadOnlyAndStillGoAway() throws IOException {
        assertThat(place.directory().resolve("folder/text.txt")).hasContent("text");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(place.directory().resolve("folder"))))
                .doesNotContain("w");

        place.remove();

        assertThat(place.directory()).doesNotExist();
    }
}
