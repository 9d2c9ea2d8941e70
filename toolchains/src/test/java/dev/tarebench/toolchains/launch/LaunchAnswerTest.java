package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LaunchAnswerTest {

    @Test
    void aLineOfFiguresIsTakenApart() {
        LaunchAnswer answer = LaunchAnswer.parse(
                "exited 3 2 1795256995206270633 1726274366761 1795256995212320754 1726280416781 1300000 200000 1363968 96 1 3 4 ");

        assertThat(answer.ending()).isEqualTo(LaunchAnswer.Ending.EXITED);
        assertThat(answer.value()).isEqualTo(3);
        assertThat(answer.survivors()).isEqualTo(2);
        assertThat(answer.stamps())
                .isEqualTo(new Stamps(1795256995206270633L, 1726274366761L, 1795256995212320754L, 1726280416781L));
        assertThat(answer.usage())
                .isEqualTo(new ResourceUsage(
                        Duration.ofNanos(6_050_020),
                        Optional.of(Duration.ofNanos(1_300_000)),
                        Optional.of(Duration.ofNanos(200_000)),
                        OptionalLong.of(1_363_968),
                        OptionalLong.of(96),
                        OptionalLong.of(1),
                        OptionalLong.of(3),
                        OptionalLong.of(4)));
        assertThat(answer.reason()).isEmpty();
    }

    @Test
    void aReasonMayHoldSpaces() {
        LaunchAnswer answer = LaunchAnswer.parse(
                "not-started 2 0 0 0 0 0 0 0 0 0 0 0 0 cannot execute /a b: No such file or directory");

        assertThat(answer.reason()).isEqualTo("cannot execute /a b: No such file or directory");
    }

    @Test
    void anythingElseIsTheLaunchersFault() {
        for (String line :
                new String[] {"", "exited 0", "vanished 0 0 0 0 0 0 0 0 0 0 0 0 0 ", "exited x 0 0 0 0 0 0 0 0 0 0 0 0 "
                }) {
            assertThatThrownBy(() -> LaunchAnswer.parse(line))
                    .isInstanceOf(LauncherFailed.class)
                    .hasMessageContaining(line);
        }
    }
}
