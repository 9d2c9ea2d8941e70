package dev.tarebench.toolchains.daemons;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.SetupFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DaemonPlacesTest {

    @Test
    void aFolderOfUsualLengthIsTaken() {
        assertThatCode(() -> new DaemonPlaces(Path.of("/home/user/.cache/tare/daemons/1-1")).check())
                .doesNotThrowAnyException();
    }

    @Test
    void aNameTooLongForASocketIsRefusedBeforeADaemonFailsOnIt() {
        assertThatThrownBy(() -> new DaemonPlaces(Path.of("/" + "long".repeat(30))).check())
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("the kernel takes 107");
    }
}
