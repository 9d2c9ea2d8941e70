package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvocationTest {

    private final AnInvocation invocation = AnInvocation.in(Path.of("folder")).running("program");

    @Test
    void whatCannotBeLaunchedIsRefusedAtOnce() {
        assertRefused(AnInvocation.in(Path.of("folder")).running(), "needs a command");
    }

    @Test
    void aTimeoutMustBePositive() {
        assertRefused(invocation.timeout(Duration.ZERO), "must be positive");
    }

    @Test
    void anOutputLimitMustBePositive() {
        assertRefused(invocation.outputLimit(0), "must be positive");
    }

    @Test
    void aCpuIsNotNegative() {
        assertRefused(invocation.cpus(0, -1), "negative");
    }

    @Test
    void thePaddingIsBelowOnePage() {
        assertRefused(invocation.padding(4096), "0 to 4095");
    }

    private static void assertRefused(AnInvocation refused, String reason) {
        assertThatIllegalArgumentException().isThrownBy(refused::build).withMessageContaining(reason);
    }
}
