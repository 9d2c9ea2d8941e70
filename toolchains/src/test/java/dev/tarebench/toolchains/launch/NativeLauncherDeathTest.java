package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever dies, nothing that a child started may go on, and no execution may be made up. */
class NativeLauncherDeathTest {

    @TempDir
    Path folder;

    @Test
    void theDeathOfTheLauncherEndsAllBelowItAndIsNoExecution() throws Exception {
        assertThatDeathEndsEverything(NativeLauncher::handle);
    }

    @Test
    void theDeathOfItsWorkerEndsAllBelowItAndIsNoExecution() throws Exception {
        assertThatDeathEndsEverything(NativeLauncherDeathTest::worker);
    }

    private void assertThatDeathEndsEverything(Function<NativeLauncher, ProcessHandle> victim) throws Exception {
        try (NativeLauncher launcher =
                NativeLauncher.start(TestPrograms.require().launcher())) {
            long worker = worker(launcher).pid();
            CompletableFuture<Execution> launch = CompletableFuture.supplyAsync(() -> launcher.launch(hang()));
            long child = Processes.recordedIn(folder.resolve("child.pid"));
            long daemon = Processes.recordedIn(folder.resolve("daemon.pid"));

            victim.apply(launcher).destroyForcibly();

            assertThatThrownBy(() -> launch.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(LauncherFailed.class)
                    .hasMessageContaining("the launcher ended with exit code 137 while it ran")
                    .hasMessageContaining("both-and-hang");
            for (long pid : new long[] {child, daemon, worker}) {
                Processes.awaitEnd(pid);
            }
        }
    }

    @Test
    void whatTheLauncherSaidBeforeItsDeathIsInTheMessage() throws Exception {
        NativeLauncher launcher = NativeLauncher.start(TestPrograms.require().launcher());
        ProcessHandle worker = worker(launcher);
        worker.destroyForcibly();
        Processes.awaitEnd(worker.pid());

        assertThatThrownBy(() -> launcher.launch(hang()))
                .isInstanceOf(LauncherFailed.class)
                .hasMessageContaining("its worker was killed by signal 9");
    }

    @Test
    void theDeathOfTheJvmEndsAllBelowTheLauncher() throws Exception {
        Process jvm = forkedJvm("-Xmx64m", LaunchingJvm.class, "both-and-hang");
        long child = Processes.recordedIn(folder.resolve("child.pid"));
        long daemon = Processes.recordedIn(folder.resolve("daemon.pid"));
        long launcher = jvm.toHandle().children().findFirst().orElseThrow().pid();

        jvm.destroyForcibly();

        for (long pid : new long[] {child, daemon, launcher}) {
            Processes.awaitEnd(pid);
        }
    }

    @Test
    void theHeapOfTheJvmIsNotInThePeakOfTheChild() throws Exception {
        long touched = 16 << 20;

        Process jvm = forkedJvm("-Xms1g -Xmx1g -XX:+AlwaysPreTouch", LaunchingJvm.class, "touch", "16");

        assertThat(jvm.waitFor()).isZero();
        long peak = Long.parseLong(Files.readString(folder.resolve("said")).strip());
        assertThat(peak).isBetween(touched, touched + touched / 100 + (1 << 20));
    }

    @Test
    void aProgramThatIsNotTheLauncherIsToldAtOnce() {
        Path impostor = TestPrograms.require().fakeChild();

        assertThatThrownBy(() -> NativeLauncher.start(impostor))
                .isInstanceOf(LauncherFailed.class)
                .hasMessageContaining("the launcher ended with exit code 2 while it started")
                .hasMessageContaining("unknown behaviour ''");
    }

    @Test
    void aProgramThatIsNotThereIsToldWithWhatToTry() {
        assertThatThrownBy(() -> NativeLauncher.start(folder.resolve("tare-launcher")))
                .isInstanceOf(LauncherFailed.class)
                .hasMessageContaining("could not be started")
                .hasMessageContaining("try: remove it");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        NativeLauncher launcher = NativeLauncher.start(TestPrograms.require().launcher());

        launcher.close();
        launcher.close();

        assertThat(launcher.handle().isAlive()).isFalse();
    }

    private Invocation hang() {
        return AnInvocation.in(folder).runningChild("both-and-hang").build();
    }

    private static ProcessHandle worker(NativeLauncher launcher) {
        Processes.await(
                "the launcher's worker", () -> launcher.handle().children().count() == 1);
        return launcher.handle().children().findFirst().orElseThrow();
    }

    private Process forkedJvm(String options, Class<?> main, String... child) throws IOException {
        TestPrograms programs = TestPrograms.require();
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(options.split(" ", -1)));
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        builder.command().add(programs.launcher().toString());
        builder.command().add(folder.toString());
        builder.command().add(programs.fakeChild().toString());
        builder.command().addAll(List.of(child));
        return builder.redirectOutput(folder.resolve("said").toFile())
                .redirectError(folder.resolve("complained").toFile())
                .start();
    }
}
