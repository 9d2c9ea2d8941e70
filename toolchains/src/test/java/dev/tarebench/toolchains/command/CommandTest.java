package dev.tarebench.toolchains.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void keepsStandardOutputApartFromBothStreamsTogether() {
        CommandResult result = Command.of(JAVA, "-version").run();

        assertThat(result.exit()).isZero();
        assertThat(result.output()).contains("version");
        assertThat(result.standardOutput()).isEmpty();
    }

    @Test
    void runsInTheGivenDirectory(@TempDir Path directory) {
        CommandResult result = Command.of("pwd", "-P").inDirectory(directory).run();

        assertThat(result.standardOutput().strip()).isEqualTo(directory.toString());
    }

    @Test
    void addsToTheEnvironmentAndKeepsTheRest() {
        CommandResult result =
                Command.of("env").withEnvironment("TARE_ADDED", "a b\u00e9").run();

        assertThat(result.standardOutput()).contains("TARE_ADDED=a b\u00e9").contains("PATH=");
    }

    @Test
    void aFailureTellsCommandDirectoryExitCodeLastLinesAndWhatToTry(@TempDir Path directory) {
        Command command =
                Command.of(JAVA, "--no such option").inDirectory(directory).withHint("read the manual");

        assertThatThrownBy(command::runChecked)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("java ended with exit code 1")
                .hasMessageContaining(JAVA + " '--no such option'")
                .hasMessageContaining("directory: " + directory)
                .hasMessageContaining("Unrecognized option")
                .hasMessageContaining("try:       read the manual");
    }

    @Test
    void runReturnsAnExitCodeThatIsNotZero() {
        assertThat(Command.of(JAVA, "--no-such-option").run().exit()).isEqualTo(1);
    }

    @Test
    void aMissingProgramIsAFailureAndNotAResult() {
        assertThatThrownBy(() -> Command.of("tare-no-such-program").run())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("tare-no-such-program could not be started");
    }

    @Test
    void aHangingToolIsEndedAtItsTimeout() {
        Command command = Command.of("sleep", "3600").withTimeout(Duration.ofMillis(200));

        assertThatThrownBy(command::run)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("sleep did not end within PT0.2S");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }
}
