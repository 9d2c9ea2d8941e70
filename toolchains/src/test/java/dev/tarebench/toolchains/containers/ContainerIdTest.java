package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerIdTest {

    @Test
    void aNameIsReadBack() {
        ContainerId id = new ContainerId(new ProcessIdentity(42, 1_700_000_000_123L), 5);

        assertThat(ContainerId.parse(id.toString())).contains(id);
    }

    @Test
    void anotherProgramsNameIsNotOneOfOurs() {
        assertThat(ContainerId.parse("tare-database")).isEmpty();
        assertThat(ContainerId.parse("my-tare-1-2-3")).isEmpty();
        assertThat(ContainerId.parse("tare-1-2-99999999999999999999")).isEmpty();
    }

    @Test
    void thisProcessIsAliveAndALaterOneWithItsNumberIsAnother() {
        ProcessIdentity current = ProcessIdentity.current();

        assertThat(current.alive()).isTrue();
        assertThat(new ProcessIdentity(current.pid(), current.startedMillis() - 1).alive())
                .isFalse();
    }
}
