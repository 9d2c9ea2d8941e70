package dev.tarebench.toolchains.launch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The launcher and a guest of known behaviour, built once for all tests by whatever C compiler the machine has. */
final class TestPrograms {

    private static final List<List<String>> COMPILERS = List.of(
            List.of("cc"),
            List.of("gcc"),
            List.of("clang"),
            List.of("python3", "-m", "ziglang", "cc", "-target", "x86_64-linux-musl"));

    private static final Optional<TestPrograms> BUILT = build();

    private final Path launcher;
    private final Path fakeChild;
    private final List<String> compiler;

    private TestPrograms(Path launcher, Path fakeChild, List<String> compiler) {
        this.launcher = launcher;
        this.fakeChild = fakeChild;
        this.compiler = compiler;
    }

    /** Skips the test, with the reason, where there is no compiler. */
    static TestPrograms require() {
        assumeTrue(BUILT.isPresent(), "no C compiler that links statically was found: none of " + COMPILERS);
        return BUILT.orElseThrow();
    }

    Path launcher() {
        return launcher;
    }

    Path fakeChild() {
        return fakeChild;
    }

    List<String> compiler() {
        return compiler;
    }

    private static Optional<TestPrograms> build() {
        try {
            Path directory = Files.createTempDirectory("tare-test-programs");
            directory.toFile().deleteOnExit();
            Path source = copy("/fake-child/fake-child.c", directory.resolve("fake-child.c"));
            return COMPILERS.stream()
                    .flatMap(compiler -> build(compiler, source, directory).stream())
                    .findFirst();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Optional<TestPrograms> build(List<String> compiler, Path source, Path directory) {
        try {
            Path fakeChild = compile(compiler, source, directory.resolve("fake-child"));
            Path launcher = LauncherProgram.build(compiler, directory);
            fakeChild.toFile().deleteOnExit();
            launcher.toFile().deleteOnExit();
            return Optional.of(new TestPrograms(launcher, fakeChild, compiler));
        } catch (CommandFailed missingOrDynamicOnly) {
            return Optional.empty();
        }
    }

    static Path compile(List<String> compiler, Path source, Path program) {
        List<String> arguments = new ArrayList<>(compiler);
        arguments.addAll(List.of("-O1", "-s", "-static", "-o", program.toString(), source.toString()));
        Command.of(arguments).runChecked();
        return program;
    }

    private static Path copy(String resource, Path file) throws IOException {
        try (InputStream stream = TestPrograms.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(stream, resource), file);
            file.toFile().deleteOnExit();
        }
        return file;
    }
}
