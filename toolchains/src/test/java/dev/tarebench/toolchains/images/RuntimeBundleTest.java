package dev.tarebench.toolchains.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RuntimeBundleTest {

    private static final BundleSettings EVERYTHING = new BundleSettings(
            Path.of("/cache/roots/guest"),
            List.of("/guest", "two words"),
            Map.of("B", "2", "A", "1"),
            "/data",
            List.of(new BindMount(Path.of("/tmp/fresh"), "/data", false)),
            Optional.of("0-1"),
            OptionalLong.of(64L << 20),
            Optional.of("/tare/run-1/guest"),
            Map.of("run.oci.handler", "wasmtime"));

    @Test
    void everySettingReachesTheRuntime() throws IOException {
        JsonNode configuration = json(EVERYTHING);

        assertThat(configuration.at("/root/path").asText()).isEqualTo("/cache/roots/guest");
        assertThat(configuration.at("/process/args"))
                .extracting(JsonNode::asText)
                .containsExactly("/guest", "two words");
        assertThat(configuration.at("/process/env"))
                .extracting(JsonNode::asText)
                .containsExactly("A=1", "B=2");
        assertThat(configuration.at("/process/cwd").asText()).isEqualTo("/data");
        assertThat(configuration.at("/linux/resources/cpu/cpus").asText()).isEqualTo("0-1");
        assertThat(configuration.at("/linux/resources/memory/limit").asLong()).isEqualTo(64L << 20);
        assertThat(configuration.at("/linux/cgroupsPath").asText()).isEqualTo("/tare/run-1/guest");
        assertThat(configuration.at("/annotations/run.oci.handler").asText()).isEqualTo("wasmtime");
    }

    @Test
    void theWorkingDirectoryIsBoundAndTheSharedRootIsNotWritable() throws IOException {
        JsonNode configuration = json(EVERYTHING);

        assertThat(configuration.at("/root/readonly").asBoolean()).isTrue();
        JsonNode last = configuration.at("/mounts/3");
        assertThat(last.path("source").asText()).isEqualTo("/tmp/fresh");
        assertThat(last.path("options")).extracting(JsonNode::asText).containsExactly("rbind", "rw");
    }

    @Test
    void aRelativeMountIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> new BindMount(Path.of("fresh"), "/data", false))
                .hasMessageContaining("must be absolute");
    }

    private static JsonNode json(BundleSettings settings) throws IOException {
        return new ObjectMapper().readTree(RuntimeBundle.configuration(settings));
    }
}
