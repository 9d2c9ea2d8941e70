package dev.tarebench.toolchains.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CargoSourceTest {

    /** As cargo 1.95 answers {@code cargo metadata --format-version 1}, shortened. */
    private static final String METADATA = """
            {"packages":[
            {"name":"cc","version":"1.2.0","id":"registry+x#cc@1.2.0","manifest_path":"/c/registry/src/x/cc-1.2.0/Cargo.toml"},
            {"name":"engine-sys","version":"0.2.9","id":"registry+x#engine-sys@0.2.9","manifest_path":"/c/registry/src/x/engine-sys-0.2.9/Cargo.toml"},
            {"name":"engine-sys","version":"0.3.0","id":"registry+x#engine-sys@0.3.0","manifest_path":"/c/registry/src/x/engine-sys-0.3.0/Cargo.toml"}],
            "workspace_members":["path+file:///c/asking#0.0.0"],"version":1}
            """;

    @Test
    void theCrateIsFoundInItsPinnedVersion() throws IOException {
        assertThat(new CargoSource("engine-sys", "0.3.0", Pin.NONE).manifest(METADATA))
                .contains(Path.of("/c/registry/src/x/engine-sys-0.3.0/Cargo.toml"));
    }

    @Test
    void aCrateThatIsNotThereIsNotFound() throws IOException {
        assertThat(new CargoSource("engine-sys", "0.4.0", Pin.NONE).manifest(METADATA))
                .isEmpty();
    }
}
