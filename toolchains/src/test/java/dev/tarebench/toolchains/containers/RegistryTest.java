package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryTest {

    @Test
    void withoutItsReaperTestcontainersIsToldNotToWaitForIt() {
        assertThat(Registry.environment("/run/docker.sock", false, false))
                .containsEntry("TESTCONTAINERS_RYUK_DISABLED", "true")
                .containsEntry("DOCKER_HOST", "unix:///run/docker.sock")
                .doesNotContainKey("TESTCONTAINERS_HOST_OVERRIDE");
    }

    @Test
    void insideAContainerItIsToldTheDaemonsAddress() {
        assertThat(Registry.environment("/run/docker.sock", true, true))
                .containsEntry("TESTCONTAINERS_RYUK_DISABLED", "false")
                .containsEntry("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1");
    }

    @Test
    void theLibrariesOfAProgramAreThoseThatHaveAFile() {
        String linked = """
                \tlinux-vdso.so.1 (0x00007f20ef4dc000)
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f20ef2e8000)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f20ef4de000)
                """;

        assertThat(RegistryImage.libraries(linked))
                .containsExactly("/lib/x86_64-linux-gnu/libc.so.6", "/lib64/ld-linux-x86-64.so.2");
    }
}
