package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutOfMemoryKillsTest {

    @Test
    void theCounterIsFoundAmongTheOthers() {
        assertThat(OutOfMemoryKills.parse("nr_free_pages 5028391\noom_kill 3\noom_kill_other 9\n"))
                .hasValue(3);
    }

    @Test
    void theCounterIsFoundAtEitherEnd() {
        assertThat(OutOfMemoryKills.parse("oom_kill 3\nnr_free_pages 5028391\n"))
                .hasValue(3);
        assertThat(OutOfMemoryKills.parse("nr_free_pages 5028391\noom_kill 3")).hasValue(3);
    }

    @Test
    void aKernelWithoutTheCounterHasNone() {
        assertThat(OutOfMemoryKills.parse("nr_free_pages 5028391\nx_oom_kill 3\n"))
                .isEmpty();
    }
}
