package dev.tarebench.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarksTest {

    @Test
    void areReadFromAmongOtherLines() {
        Marks marks =
                Marks.parse("warning: slow\n@tare begin 100\nhalf a line @tare end 5\n@tare kernel 7\n@tare end 250\n");

        assertThat(marks.beginNs()).hasValue(100);
        assertThat(marks.endNs()).hasValue(250);
        assertThat(marks.kernelNs()).hasValue(7);
    }

    @Test
    void repetitionsKeepTheirOrder() {
        assertThat(Marks.parse("@tare repetition 1 30\n@tare repetition 2 20\n").repetitionsNs())
                .containsExactly(30L, 20L);
    }

    @Test
    void whatIsNotThereIsAbsent() {
        Marks marks = Marks.parse("@tare begin\n@tare end x\n@tare begin 99999999999999999999\n");

        assertThat(marks.beginNs()).isEmpty();
        assertThat(marks.endNs()).isEmpty();
        assertThat(marks.kernelNs()).isEmpty();
    }
}
