package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.images.BindMount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContainerEngineTest {

    private static final ContainerId ID = new ContainerId(new ProcessIdentity(7, 1_700_000_000_000L), 3);
    private static final String IMAGE = "127.0.0.1:5000/tare/sort-c:scratch";
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "container-commands.txt");

    @Test
    void everyFrontsCommandLinesAreTheRecordedOnes() throws IOException {
        String actual = String.join("\n", everyCommand()) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.resolveSibling("."));
            Files.writeString(GOLDEN, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    @Test
    void aRunWithNothingSetHasNoOptionButItsNameAndLabel() {
        List<String> command = Fronts.engine("docker").run(ContainerRun.of(ID, IMAGE, List.of("/guest")));

        assertThat(command)
                .containsSubsequence("--name=" + ID, "--label=dev.tarebench=" + ID, IMAGE)
                .noneMatch(argument -> argument.startsWith("--memory") || argument.startsWith("--cpuset"));
    }

    @Test
    void argumentsAreNeverSplitOrJoined() {
        List<ContainerEngine> engines =
                Stream.of("docker", "ctr", "podman").map(Fronts::engine).toList();
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<String> arguments = new ArrayList<>();
            for (int argument = random.nextInt(4); argument >= 0; argument--) {
                arguments.add(nasty(random));
            }
            for (ContainerEngine engine : engines) {
                List<String> command = engine.run(withArguments(arguments));

                assertThat(command.subList(command.size() - arguments.size(), command.size()))
                        .isEqualTo(arguments);
            }
        }
    }

    @Test
    void ctrIsGivenTheEntrypointBecauseACommandReplacesIt() {
        assertThat(Fronts.engine("ctr").run(withArguments(List.of("a")))).endsWith(ID.toString(), "/guest", "a");
        assertThat(Fronts.engine("docker").run(withArguments(List.of("a")))).endsWith(IMAGE, "a");
    }

    @Test
    void ctrCreatesWithoutTheOptionsThatOnlyRunningKnows() {
        assertThat(Fronts.engine("ctr").create(everything())).noneMatch(argument -> argument.startsWith("--cgroup"));
        assertThat(Fronts.engine("ctr").run(everything())).anyMatch(argument -> argument.startsWith("--cgroup"));
    }

    @Test
    void aMountWhoseNameWouldEndTheOptionIsRefused() {
        List<BindMount> mounts = List.of(new BindMount(Path.of("/tmp/a,readonly"), "/data", false));

        assertThatThrownBy(() -> withMounts(mounts)).hasMessageContaining("a comma ends an option");
    }

    private static List<String> everyCommand() {
        List<String> lines = new ArrayList<>();
        for (String front : Fronts.ours().keySet()) {
            ContainerEngine engine = Fronts.engine(front);
            boolean bundle = engine.front().runs() == Runs.BUNDLE;
            Path folder = Path.of("/cache/bundle");
            add(lines, front, "run", bundle ? engine.runBundle(ID, folder) : engine.run(everything()));
            add(lines, front, "create", bundle ? engine.createBundle(ID, folder) : engine.create(everything()));
            add(lines, front, "start", engine.start(ID));
            engine.removal(ID).forEach(command -> add(lines, front, "remove", command));
            add(lines, front, "containers", engine.containers());
            engine.pull(IMAGE).ifPresent(command -> add(lines, front, "pull", command));
            engine.load(Path.of("/cache/image.tar")).ifPresent(command -> add(lines, front, "load", command));
            engine.forget(IMAGE).ifPresent(command -> add(lines, front, "forget", command));
            engine.images().ifPresent(command -> add(lines, front, "images", command));
        }
        return lines;
    }

    private static void add(List<String> lines, String front, String what, List<String> command) {
        lines.add("%s %s".formatted(front, what));
        command.forEach(argument -> lines.add("    " + argument));
    }

    private static ContainerRun everything() {
        return new ContainerRun(
                ID,
                IMAGE,
                List.of("/guest"),
                List.of("two words", "--flag"),
                Map.of("B", "2", "A", "x y"),
                List.of(new BindMount(Path.of("/cache/fresh"), "/data", false)),
                Optional.of("0-1"),
                OptionalLong.of(64L << 20),
                Optional.of("/tare/" + ID),
                ChosenRuntime.shim("io.containerd.wasmtime.v1"),
                Optional.of("wasi/wasm"));
    }

    private static ContainerRun withArguments(List<String> arguments) {
        return new ContainerRun(
                ID,
                IMAGE,
                List.of("/guest"),
                arguments,
                Map.of(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                ChosenRuntime.USUAL,
                Optional.empty());
    }

    private static ContainerRun withMounts(List<BindMount> mounts) {
        return new ContainerRun(
                ID,
                IMAGE,
                List.of("/guest"),
                List.of(),
                Map.of(),
                mounts,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                ChosenRuntime.USUAL,
                Optional.empty());
    }

    private static String nasty(Random random) {
        String alphabet = "ab {}$\"'\\\n,:=\u00fc";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
