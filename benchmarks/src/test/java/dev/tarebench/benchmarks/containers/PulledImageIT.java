package dev.tarebench.benchmarks.containers;

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
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.build.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images on their way through the run's registry, and what has come of them behind it. */
final class PulledImageIT {

    private static final int AT_ONCE = 8;
    private static final int IMAGES = 20;

    private final Session session = Session.open(Optional.empty(), Progress.silent());

    private Cell pull(String program) {
        Cell pull = session.catalogue().cells().stream()
                .filter(cell -> cell.id().equals("images/pull/startup/%s@docker-debian".formatted(program)))
                .findFirst()
                .orElseThrow();
        if (session.resolution(Size.MINI).resolve(pull) instanceof Availability.Unavailable<Cell> missing) {
            Requirement.missing("docker", missing.reason());
        }
        return pull;
    }

    private Artifact program(Cell cell) {
        return session.builder().build(cell.workload(), Size.MINI, GuestSource.NATIVE);
    }

    /** An image that keeps its compiler is an image of the program all the same: Docker pulls it, and it answers. */
    @ParameterizedTest
    @ValueSource(strings = {"c", "go", "rust"})
    void ofTheFatKindAnswersAsTheProgramDoes(String language) {
        Cell cell = pull("hello-%s~fat".formatted(language));
        Target.Container target = (Target.Container) cell.target();
        GuestSource guest = cell.workload().source();

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
                        .isEqualTo(Command.of(program(cell).file().toString())
                                .runChecked()
                                .standardOutput());
            } finally {
                image.forget();
            }
        }
    }

    /** Cells that are prepared beside each other may want the same image in the registry at the same moment. */
    @Test
    void isPushedByManyThreadsAtOnce() throws Exception {
        Cell cell = pull("hello-c");
        Target.Container target = (Target.Container) cell.target();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (Dock dock = session.dock(List.of(cell)).orElseThrow()) {
            MadeImage made = dock.image(target.base(), program(cell), Map.of(), target.architecture());
            for (int image = 0; image < IMAGES; image++) {
                String name = "many/pushes-" + image;
                List<Future<PulledImage>> pushes = new ArrayList<>();
                for (int thread = 0; thread < AT_ONCE; thread++) {
                    pushes.add(threads.submit(() -> dock.pulled(target.front(), name, made, false)));
                }

                for (Future<PulledImage> push : pushes) {
                    assertThat(push.get().reference()).contains(name);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
