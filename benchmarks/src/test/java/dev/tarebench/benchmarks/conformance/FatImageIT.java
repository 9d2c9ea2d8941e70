package dev.tarebench.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.MadeImage;
import dev.tarebench.benchmarks.dock.PulledImage;
import dev.tarebench.benchmarks.dock.Sources;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image that keeps its compiler is an image of the program all the same: Docker pulls it, and it answers. */
final class FatImageIT {

    private final Session session = Workbench.opened().session();

    private Cell pull(String language) {
        Cell pull = session.catalogue().cells().stream()
                .filter(cell -> cell.id().equals("images/pull/startup/hello-%s~fat@docker-debian".formatted(language)))
                .findFirst()
                .orElseThrow();
        if (session.resolution(Size.MINI).resolve(pull) instanceof Availability.Unavailable<Cell> missing) {
            Requirement.missing("docker", missing.reason());
        }
        return pull;
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "go", "rust"})
    void answersAsTheProgramDoes(String language) {
        Cell cell = pull(language);
        Target.Container target = (Target.Container) cell.target();
        GuestSource guest = cell.workload().source();
        String program = session.builder()
                .build(cell.workload(), Size.MINI, GuestSource.NATIVE)
                .file()
                .toString();

        try (Dock dock = session.dock(List.of(cell)).orElseThrow()) {
            Sources sources = new Sources(guest, session.builder().dependencies(cell.program(), guest));
            MadeImage made = dock.fatImage(target.base(), cell.program(), sources, Map.of(), Map.of());
            PulledImage image = dock.pulled(target.front(), cell.program(), made, false);
            try {
                Command.of(image.command()).runChecked();

                assertThat(Command.of("docker", "run", "--rm", image.reference())
                                .runChecked()
                                .standardOutput())
                        .isNotEmpty()
                        .isEqualTo(Command.of(program).runChecked().standardOutput());
            } finally {
                image.forget();
            }
        }
    }
}
