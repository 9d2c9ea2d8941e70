package dev.tarebench.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.command.CommandResult;
import dev.tarebench.toolchains.containers.ExitCode;
import dev.tarebench.toolchains.engines.Lack;
import dev.tarebench.toolchains.handlers.Preopened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every handler behind every front for its promises; a limit that its file declares must be there still. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class HandlerConformanceIT {

    private static Optional<Dock> dock = Optional.empty();

    private final Target.Handled target;
    private final Quay quay;

    @TempDir
    Path place;

    private Path folder = Path.of("");

    HandlerConformanceIT(Target.Handled target) {
        this.target = target;
        this.quay = new Quay(Workbench.opened(), dock(), target);
    }

    static Stream<Named<Target.Handled>> targets() {
        return Workbench.opened().handled().stream().map(target -> Named.of(target.id(), target));
    }

    @BeforeParameterizedClassInvocation
    static void theHandlerIsHere(Target.Handled target) {
        Workbench.opened().missing(target).ifPresent(reason -> Requirement.missing(target.id(), reason));
    }

    private static synchronized Dock dock() {
        if (dock.isEmpty()) {
            dock = Optional.of(Workbench.opened().dock());
        }
        return dock.get();
    }

    @AfterAll
    static void leave() {
        dock.ifPresent(Dock::close);
        dock = Optional.empty();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("work"));
    }

    /** Holds the handler to a promise, or to the lack of it that its file declares. */
    private void promises(String capability, ThrowingCallable promise) throws Throwable {
        Optional<Lack> lack = Optional.ofNullable(target.form().lacks().get(capability));
        if (lack.isEmpty()) {
            promise.call();
        } else {
            assertThatThrownBy(promise)
                    .as(
                            "%s declares that it lacks '%s' (%s)",
                            target.id(), capability, lack.get().reason())
                    .isNotNull();
        }
    }

    @Test
    void writesWhatTheGuestWrites() throws IOException {
        assertThat(quay.run(folder, Map.of(), "hello").standardOutput()).isEqualTo("hello\n");
    }

    /** Where they come joined, our guests are told how to take them apart, and others see what they are told. */
    @Test
    void handsEachArgumentOverByteForByte() throws Throwable {
        if (target.handler().joinsArguments()) {
            assertThat(quay.run(folder, Map.of(), "arguments", "a", "--help", "grüße")
                            .standardOutput())
                    .isEqualTo("1\n[--tare-words a --help grüße]\n");
            return;
        }
        promises(
                "args",
                () -> assertThat(quay.run(folder, Map.of(), "arguments", "a b", "--help", "grüße")
                                .standardOutput())
                        .isEqualTo("3\n[a b]\n[--help]\n[grüße]\n"));
    }

    @Test
    void givesTheGuestItsVariables() throws Throwable {
        promises(
                "env",
                () -> assertThat(quay.run(folder, Map.of("A_NAME", "one two=3"), "environment")
                                .standardOutput())
                        .contains("[A_NAME=one two=3]\n"));
    }

    @Test
    void losesTheExitCodeOnlyWhereItSaysSo() throws IOException {
        CommandResult ended = quay.run(folder, Map.of(), "exit", "42");

        assertThat(ended.exit() == 42 ? ExitCode.KEPT : ExitCode.LOST)
                .as(ended.output())
                .isEqualTo(target.handler().exitCode());
    }

    @Test
    void worksWithFilesInTheWorkingDirectory() throws Throwable {
        Files.writeString(folder.resolve("input.txt"), "first line\nsecond\n");
        String seen = target.handler().preopened() == Preopened.CURRENT ? "." : "/work";

        promises("files", () -> {
            CommandResult ended = quay.run(folder, Map.of(), "files", seen);
            assertThat(ended.exit()).as(ended.output()).isZero();
        });
    }

    @Test
    void opensAFolderByANameFromTheRootOn() throws Throwable {
        assumeFalse(
                target.form().lacks().containsKey("files"),
                "opens no folder; its engine may show a root of its own, which is in memory");
        promises(
                "rooted",
                () -> assertThat(quay.run(folder, Map.of(), "preopened")
                                .standardOutput()
                                .lines())
                        .anyMatch(name -> name.startsWith("/")));
    }

    @Test
    void givesTheGuestTheStackOfADeepRecursion() throws Throwable {
        promises(
                "stack",
                () -> assertThat(quay.run(folder, Map.of(), "recursion", "1000").exit())
                        .isZero());
    }

    @Test
    void runsTheEngineThatItNames() throws IOException, InterruptedException {
        List<String> files = List.copyOf(quay.mappedWhileWaiting(folder));

        assertThat(files).anyMatch(file -> file.contains(target.handler().library()));
    }
}
