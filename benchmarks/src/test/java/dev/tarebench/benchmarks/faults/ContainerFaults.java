package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Containers, images and engines that others take away while a run uses them. The engine is one of Tare's own, started
 * for this run alone: no other container on the machine is touched.
 */
final class ContainerFaults {

    /** Long enough to be found while it is there. */
    static final String GUEST = "usleep(300000); return 0;";

    private static final String RUNTIME = "startup/own-c@runc-scratch";
    private static final String ENGINE = "startup/own-c@docker-scratch";
    private static final int ROUNDS = 8;

    /** Removing a container by force takes several processes, which a busy machine does not start at once. */
    private static final String SLOW_GUEST = "sleep(2); return 0;";

    private static final int SLOW_ROUNDS = 4;

    private ContainerFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "a container is removed from outside",
                        "removes a running container by runc, by force",
                        "that execution fails and is never a sample, the run goes on; exit code 1",
                        ContainerFaults::containerRemoved),
                new Fault(
                        "an image is deleted during a run",
                        "removes the run's image from the engine's store, by force",
                        "the executions since fail and are never samples; exit code 1",
                        ContainerFaults::imageDeleted),
                new Fault(
                        "the container engine stops during a run",
                        "kills the run's own dockerd by SIGKILL",
                        "the executions since fail and are never samples; exit code 1",
                        ContainerFaults::engineStopped),
                new Fault(
                        "a container engine's socket may not be used",
                        "lists as a user without rights on Docker's socket",
                        "the cells are unavailable with the socket's name and the user's; the others are not",
                        ContainerFaults::socketForbidden),
                new Fault(
                        "a base is not to be had",
                        "names an image that no registry has by `TARE_BASE_DEBIAN`",
                        "not-started, with the daemon's own words, and no other base in its place; exit code 1",
                        ContainerFaults::baseMissing),
                new Fault(
                        "the disk is full while an image is pulled",
                        "pulls into a containerd whose store lies on a disk of 6 MiB",
                        "the pull fails with the client's last line and is never a sample; exit code 1",
                        ContainerFaults::storeFull),
                new Fault(
                        "the registry is gone while images are pulled",
                        "removes the run's registry, by force",
                        "the pulls since fail and are never samples; exit code 1",
                        ContainerFaults::registryGone));
    }

    private static void require(Ground ground, String cell) throws IOException {
        ground.guest(GUEST);
        CommandResult listed = ground.tare("list", cell, "--catalogue=" + ground.catalogue());
        if (!listed.output().contains("ready 1")) {
            Requirement.missing(cell.replaceFirst(".*@(\\w+)-.*", "$1"), listed.output());
        }
    }

    private static void containerRemoved(Ground ground) throws Exception {
        require(ground, RUNTIME);
        ground.guest(SLOW_GUEST);
        try (Running run = ground.start(RUNTIME, "--rounds=" + SLOW_ROUNDS)) {
            Waiting.until(() -> ground.journalled() > 0);
            Waiting.until(() -> {
                assertThat(run.isAlive()).as(run.said()).isTrue();
                return run.named("runc").map(ContainerFaults::remove).orElse(false);
            });

            assertThat(run.await()).as(run.said()).isEqualTo(1);
        }
        ground.assertEveryPlannedExecutionIsThereOnce(1, SLOW_ROUNDS);
        assertThat(failed(ground)).hasSize(1);
    }

    /** Removes the container that this runtime runs, which only it says where to find. */
    private static boolean remove(ProcessHandle runtime) {
        List<String> words = runtime.info().arguments().map(List::of).orElse(List.of());
        Optional<String> root =
                words.stream().filter(word -> word.startsWith("--root=")).findFirst();
        return words.contains("run")
                && root.isPresent()
                && Command.of("runc", root.get(), "delete", "--force", words.get(words.size() - 1))
                        .run()
                        .succeeded();
    }

    private static void imageDeleted(Ground ground) throws Exception {
        taken(ground, ENGINE, run -> {
            String host = "--host=unix://" + socket(ground);
            String image = Command.of("docker", host, "images", "--quiet")
                    .runChecked()
                    .standardOutput()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            // An image is not removed while a container runs in it, and of those there is one now and then.
            Waiting.until(() -> !run.isAlive()
                    || Command.of("docker", host, "image", "rm", "--force", image)
                            .run()
                            .succeeded());
        });
    }

    private static void engineStopped(Ground ground) throws Exception {
        taken(ground, ENGINE, run -> run.kill(() -> run.named("dockerd")));
    }

    /** Takes something away from a run that goes on. */
    interface Thief {
        void from(Running run) throws Exception;
    }

    static void taken(Ground ground, String cell, Thief thief) throws Exception {
        require(ground, cell);
        try (Running run = ground.start(cell, "--rounds=" + ROUNDS, "--timeout=60s")) {
            Waiting.until(() -> ground.journalled() > 2);
            if (run.named("dockerd").isEmpty()) {
                run.interrupt();
                run.await();
                Requirement.missing("daemons", "Tare has no container engine of its own here: provision daemons");
            }
            thief.from(run);

            assertThat(run.await()).as(run.said()).isEqualTo(1);
        }
        assertThat(failed(ground)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.isSample()).isFalse();
            assertThat(line.reason()).isPresent();
        });
    }

    /** Whoever has all rights cannot be refused; so another user asks, who needs a jar and a cache that he may read. */
    private static void socketForbidden(Ground ground) throws Exception {
        require(ground, ENGINE);
        Path theirs = Files.createTempDirectory("tare-other-user");
        try {
            Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path jar = Files.copy(
                    Path.of(System.getProperty("benchmarks.jar", "target/benchmarks.jar")), theirs.resolve("tare.jar"));
            CommandResult listed = Command.of(
                            "setpriv",
                            "--reuid=65534",
                            "--regid=65534",
                            "--clear-groups",
                            java().toString(),
                            "-jar",
                            jar.toString(),
                            "list",
                            "startup/hello-c@(native|docker-scratch)")
                    .withEnvironment("TARE_HOME", theirs.resolve("home").toString())
                    .run();
            if (listed.output().contains("setpriv:")) {
                Requirement.missing("docker", "this user cannot become another: " + listed.output());
            }

            assertThat(listed.output())
                    .containsPattern("@docker-scratch +unavailable: Docker's socket \\S+ may not be used by \\w+")
                    .containsPattern("@native +ready");
        } finally {
            Tree.delete(theirs);
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static void baseMissing(Ground ground) throws Exception {
        String cell = "startup/hello-c@docker-debian";
        require(ground, ENGINE);

        CommandResult run = ground.with("TARE_BASE_DEBIAN", "127.0.0.1:1/none").measure(cell, "--rounds=1");

        assertThat(run.exit()).as(run.output()).isEqualTo(1);
        assertThat(failed(ground)).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo("not-started");
            assertThat(line.reason().orElseThrow())
                    .contains("the base debian for linux/amd64 is not to be had")
                    .contains("the image 127.0.0.1:1/none, which TARE_BASE_DEBIAN names, cannot be pulled")
                    .contains("dial tcp 127.0.0.1:1");
        });
    }

    private static void storeFull(Ground ground) throws Exception {
        String cell = "images/pull/startup/hello-c@ctr-debian";
        require(ground, ENGINE);
        if (!ground.tare("list", cell).output().contains("ready 1")) {
            Requirement.missing("ctr", ground.tare("list", cell).output());
        }
        try (SmallDisk disk = SmallDisk.of(Files.createDirectory(ground.folder().resolve("store")), 6 << 20);
                OwnContainerd containerd = OwnContainerd.start(disk.folder(), ground.folder())) {
            CommandResult run = ground.with(
                            "CONTAINERD_ADDRESS", containerd.socket().toString())
                    .measure(cell, "--rounds=1");

            assertThat(run.exit()).as(run.output()).isEqualTo(1);
        }
        assertThat(failed(ground)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.isSample()).isFalse();
            assertThat(line.reason().orElseThrow()).contains("no space left on device");
        });
    }

    private static void registryGone(Ground ground) throws Exception {
        String cell = "images/pull/startup/hello-c@docker-debian";
        require(ground, ENGINE);
        try (Running run = ground.start(cell, "--rounds=" + ROUNDS, "--timeout=60s")) {
            Waiting.until(() -> ground.journalled() > 1 || !run.isAlive());
            List<String> registry = registries(run);
            assertThat(registry).as(run.said()).hasSize(1);
            Command.of("docker", "rm", "--force", registry.get(0)).runChecked();

            assertThat(run.await()).as(run.said()).isEqualTo(1);
        }
        assertThat(failed(ground)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.isSample()).isFalse();
            assertThat(line.reason()).isPresent();
        });
    }

    /** Those of this run, which bear its number: another run's must stay. */
    private static List<String> registries(Running run) {
        return Command.of(
                        "docker", "ps", "--filter=label=dev.tarebench", "--format={{.Label \"dev.tarebench\"}} {{.ID}}")
                .runChecked()
                .standardOutput()
                .lines()
                .filter(line -> line.startsWith("tare-%d-".formatted(run.pid())))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    static List<JournalLine> failed(Ground ground) {
        return ground.journal().stream()
                .filter(line -> !line.outcome().equals("completed"))
                .toList();
    }

    private static Path socket(Ground ground) throws IOException {
        try (Stream<Path> files = Files.walk(ground.home().resolve("daemons"))) {
            Optional<Path> socket =
                    files.filter(file -> file.endsWith("docker.sock")).findFirst();
            return socket.orElseThrow();
        }
    }
}
