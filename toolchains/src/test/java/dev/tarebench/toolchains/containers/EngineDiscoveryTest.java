package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Availability.Ready;
import dev.tarebench.toolchains.Availability.Unavailable;
import dev.tarebench.toolchains.command.CommandResult;
import org.junit.jupiter.api.Test;

/** The answers are those of Docker 28 with a daemon 20.10, and of ctr 1.6. */
class EngineDiscoveryTest {

    private static final String DOCKER_ANSWER = """
            Client:
             Version:           28.2.2
             API version:       1.41 (downgraded from 1.50)

            Server:
             Engine:
              Version:          20.10.24+dfsg1
              API version:      1.41 (minimum version 1.12)
             containerd:
              Version:          1.6.20~ds1
            """;
    private static final String CTR_ANSWER = """
            Client:
              Version:  1.6.20~ds1
              Revision: 1.6.20~ds1-1+deb12u3
              Go version: go1.19.8

            Server:
              Version:  1.7.24
              Revision: 1.7.24~ds1-6
            """;

    @Test
    void theDaemonsVersionIsReadAndNotTheClients() {
        assertThat(ready("docker", DOCKER_ANSWER).server()).contains("20.10.24+dfsg1");
        assertThat(ready("ctr", CTR_ANSWER).server()).contains("1.7.24");
    }

    @Test
    void aDaemonThatDoesNotRunIsReportedWithWhatStartsIt() {
        Unavailable<ContainerEngine> missing =
                unavailable("Cannot connect to the Docker daemon at unix:///run/engine.sock. Is it running?");

        assertThat(missing.reason()).contains("no daemon of Docker answers at /run/engine.sock");
        assertThat(missing.remedy()).contains("start dockerd");
    }

    @Test
    void aSocketThatMayNotBeUsedIsReportedAsThat() {
        Unavailable<ContainerEngine> refused = unavailable(
                "permission denied while trying to connect to the Docker daemon socket at unix:///run/engine.sock");

        assertThat(refused.reason()).contains("may not be used");
        assertThat(refused.remedy()).contains("group that owns the socket");
    }

    @Test
    void anAnswerWithoutAServerIsNoEngine() {
        String clientOnly = DOCKER_ANSWER.substring(0, DOCKER_ANSWER.indexOf("Server:"));

        assertThat(judge("docker", new CommandResult(0, clientOnly, clientOnly)))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aDaemonOfAnEarlierReleaseIsTooOldForWhatCameLater() {
        ContainerEngine older = ready("ctr", CTR_ANSWER.replace("1.7.24", "1.6.20~ds1"));

        assertThat(older.tooOldFor(Ability.ARTIFACTS)).hasValueSatisfying(obstacle -> {
            assertThat(obstacle.reason())
                    .isEqualTo("containerd 1.6.20~ds1 at /run/engine.sock cannot run Wasm artifacts: "
                            + "that takes 1.7.7 or newer");
            assertThat(obstacle.remedy()).contains("provision daemons", "CONTAINERD_ADDRESS");
        });
        assertThat(older.tooOldFor(Ability.SHIMS)).isEmpty();
        assertThat(ready("docker", DOCKER_ANSWER).tooOldFor(Ability.SHIMS)).isPresent();
    }

    @Test
    void aDaemonThatIsNewEnoughOrTellsNoVersionIsNotTooOld() {
        assertThat(ready("ctr", CTR_ANSWER).tooOldFor(Ability.ARTIFACTS)).isEmpty();
        assertThat(Fronts.engine("ctr").tooOldFor(Ability.ARTIFACTS)).isEmpty();
    }

    private static ContainerEngine ready(String front, String answer) {
        return ((Ready<ContainerEngine>) judge(front, new CommandResult(0, answer, answer))).value();
    }

    private static Unavailable<ContainerEngine> unavailable(String output) {
        return (Unavailable<ContainerEngine>) judge("docker", new CommandResult(1, output, ""));
    }

    private static Availability<ContainerEngine> judge(String id, CommandResult answer) {
        ContainerEngine engine = Fronts.engine(id);
        return EngineDiscovery.judge(engine, engine.front().server().orElseThrow(), answer);
    }
}
