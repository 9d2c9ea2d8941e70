package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.command.CommandResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerSweepTest {

    @Test
    void namesAreReadWhetherOnLinesOrBehindCommas() {
        CommandResult listing = new CommandResult(0, "", "tare-1-2-3\ntare-1-2-4,other\n\n<none>:<none>\n");

        assertThat(ContainerSweep.lines(Optional.of(listing))).containsExactly("tare-1-2-3", "tare-1-2-4", "other");
    }

    @Test
    void anEngineThatDoesNotAnswerHasNothingToSweep() {
        assertThat(ContainerSweep.lines(Optional.empty())).isEmpty();
        assertThat(ContainerSweep.lines(Optional.of(new CommandResult(1, "", "tare-1-2-3"))))
                .isEmpty();
    }
}
