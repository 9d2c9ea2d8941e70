package dev.tarebench.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts are those of Docker's client 28 and of crun with Wasmtime, shortened. */
final class LastWordsTest {

    private static final Optional<Pattern> ADVICE = Optional.of(Pattern.compile("(Run|See) 'docker .*"));

    @Test
    void areTheLastLineThatIsNoMark() {
        assertThat(LastWords.in("warning: slow\nno space left\n\n@tare end 5\n", Optional.empty()))
                .contains("no space left");
    }

    @Test
    void areNotWhatAClientAdvisesBelowEveryError() {
        String said = """
                docker: Error response from daemon: no such platform.

                Run 'docker run --help' for more information
                """;

        assertThat(LastWords.in(said, ADVICE)).contains("docker: Error response from daemon: no such platform.");
    }

    @Test
    void areAllLinesBetweenBracketsThatTheLastOneCloses() {
        String said = "first\nfailed: expected=[\n    0x0,\n] actual=[\n    0x74,\n    0x68,\n] (at offset 0x0)\n";

        assertThat(LastWords.in(said, Optional.empty()))
                .contains("failed: expected=[ 0x0, ] actual=[ 0x74, 0x68, ] (at offset 0x0)");
    }

    @Test
    void areTheLastLineAloneWhereNothingOpensWhatItCloses() {
        assertThat(LastWords.in("first\n] second\n", Optional.empty())).contains("] second");
    }

    @Test
    void areNoneOfWhoSaidNothing() {
        assertThat(LastWords.in("@tare begin 1\n", ADVICE)).isEmpty();
    }
}
