package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerEventTest {

    @Test
    void aContainerIsNamedByItsId() {
        assertThat(ContainerEvent.parse("2026-11-27 06:41:00.1234 +0000 UTC tare /containers/create "
                        + "{\"id\":\"tare-1-2-3\",\"image\":\"a:b\",\"runtime\":{\"name\":\"io.containerd.runc.v2\"}}"))
                .contains(new ContainerEvent(
                        Instant.parse("2026-11-27T06:41:00.1234Z"), "/containers/create", "tare-1-2-3"));
    }

    @Test
    void aTaskIsNamedByItsContainerAndNotByItself() {
        assertThat(ContainerEvent.parse("2026-11-27 08:41:00.000000009 +0200 CEST tare /tasks/exit "
                        + "{\"container_id\":\"tare-1-2-3\",\"id\":\"exec\",\"pid\":7,\"exited_at\":{}}"))
                .contains(new ContainerEvent(
                        Instant.parse("2026-11-27T06:41:00.000000009Z"), "/tasks/exit", "tare-1-2-3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "time=\"2026-11-27T06:41:00Z\" level=warning msg=\"a complaint\"",
                "2026-11-27 06:41:00 +0000 UTC tare /snapshot/prepare {\"key\":\"k\"}",
                "2026-11-27 06:41:00 +0000 UTC tare /tasks/start {\"container",
                "2026-13-27 06:41:00 +0000 UTC tare /tasks/start {\"container_id\":\"a\"}",
                "2026-11-27 06:41:00 +9900 UTC tare /tasks/start {\"container_id\":\"a\"}"
            })
    void whatTellsOfNoContainerIsNothing(String line) {
        assertThat(ContainerEvent.parse(line)).isEmpty();
    }
}
