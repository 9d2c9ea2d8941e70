package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutOfMemoryKillsTest {

    @Test
    void theCounterIsFoundAmongTheOthers() {
        Stream<String> lines = Stream.of("nr_free_pages 5028391", "oom_kill 3", "oom_kill_other 9");

        assertThat(OutOfMemoryKills.parse(lines)).hasValue(3);
    }

    @Test
    void aKernelWithoutTheCounterHasNone() {
        assertThat(OutOfMemoryKills.parse(Stream.of("nr_free_pages 5028391"))).isEmpty();
    }
}
