package dev.tarebench.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.MadeImage;
import dev.tarebench.benchmarks.dock.PulledImage;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.build.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Cells that are prepared beside each other may want the same image in the registry at the same moment. */
final class PushesIT {

    private static final int AT_ONCE = 8;
    private static final int IMAGES = 20;

    private final Session session = Workbench.opened().session();

    private Cell pull() {
        Cell pull = session.catalogue().cells().stream()
                .filter(cell -> cell.id().equals("images/pull/startup/hello-c@docker-scratch"))
                .findFirst()
                .orElseThrow();
        if (session.resolution(Size.MINI).resolve(pull) instanceof Availability.Unavailable<Cell> missing) {
            Requirement.missing("docker", missing.reason());
        }
        return pull;
    }

    @Test
    void ofOneImageFromManyThreadsAllSucceed() throws Exception {
        Cell cell = pull();
        Target.Container target = (Target.Container) cell.target();
        Artifact program = session.builder().build(cell.workload(), Size.MINI, "native");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (Dock dock = session.dock(List.of(cell)).orElseThrow()) {
            MadeImage made = dock.image(target.base(), program, Map.of(), target.architecture());
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
