package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationTextTest {

    private final DurationText text = new DurationText();

    @Test
    void readsWhatPeopleWrite() {
        assertThat(text.convert("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(text.convert("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(text.convert("10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(text.convert("2h")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-5s", "0s", "1.5m", "10 s", "9999999999s"})
    void refusesAnythingElse(String wrong) {
        assertThatThrownBy(() -> text.convert(wrong)).isInstanceOf(TypeConversionException.class);
    }
}
