package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.benchmarks.plan.Unusable;
import org.junit.jupiter.api.Test;

final class BenchCommandTest {

    @Test
    void refusesAPropertyThatNothingReads() {
        assertThatThrownBy(() -> BenchCommand.rejectUnknown(" verify -Pbench -Dbench.siz=mini"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("'bench.siz'")
                .hasMessageContaining("did you mean 'bench.size'");
    }

    @Test
    void takesTheKnownOnesAndLeavesOthersToMaven() {
        assertThatCode(() -> BenchCommand.rejectUnknown(
                        " verify -Pbench -Dbench=gemm -Dbench.time-limit=2m -Dbenchmarks.x=1 -DskipTests"))
                .doesNotThrowAnyException();
    }
}
