package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.command.CommandResult;
import dev.tarebench.toolchains.handlers.Carrier;
import dev.tarebench.toolchains.handlers.Handler;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What carries Wasm into containers and is missing, too old, or ends while it is used. */
final class HandlerFaults {

    private static final String SHIM = "containerd-shim-wasmtime-v1";
    private static final String SHIM_VARIABLE = "TARE_RUNWASI_WASMTIME";
    private static final String CONTAINERD_VARIABLE = "CONTAINERD_ADDRESS";
    private static final String HELLO = "startup/hello-c@";
    private static final String OWN = "startup/own-c@";
    private static final String CELL = HELLO + "runwasi-wasmtime";
    private static final String ARTIFACT = CELL + "-artifact";
    private static final String BY_DOCKER = HELLO + "docker-runwasi-wasmtime";
    private static final String UNAVAILABLE = "planned 0, completed 0, failed 0, unavailable 1";

    /** Long enough that some are running while a daemon is away. */
    private static final int ROUNDS = 12;

    private HandlerFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault(
                        "a shim is missing",
                        "gives a cache and a PATH without it, and no daemon",
                        "the cell is unavailable, with what brings the shim; exit code 1",
                        HandlerFaults::shimMissing),
                new Fault(
                        "a daemon does not see the shim",
                        "names a containerd that was started without Tare's cache on its PATH",
                        "the cell is unavailable, with the daemons that do and with the file to link",
                        HandlerFaults::shimUnseen),
                new Fault(
                        "containerd is too old for a Wasm artifact",
                        "lists and runs behind the machine's own containerd, where that is older than 1.7.7",
                        "that form alone is unavailable, with both versions and what to do; exit code 1",
                        HandlerFaults::containerdTooOld),
                new Fault(
                        "Docker is too old for shims",
                        "names by `TARE_DOCKER` a client that says its daemon is Docker 20.10",
                        "the cell is unavailable, with both versions and what to do; exit code 1",
                        HandlerFaults::dockerTooOld),
                new Fault(
                        "containerd is restarted during a run",
                        "kills by SIGKILL the containerd that the run was told to use, and starts it again",
                        "the executions in between fail and are never samples, those behind are; exit code 1",
                        HandlerFaults::containerdRestarted),
                new Fault(
                        "containerd of our own dies during a run",
                        "kills the run's own containerd by SIGKILL",
                        "the executions since fail and are never samples; exit code 1",
                        HandlerFaults::ownContainerdDies)));
        faults.addAll(ModuleFaults.all());
        faults.addAll(CrowdFaults.all());
        return faults;
    }

    private static void shimMissing(Ground ground) throws Exception {
        Path nothing = ground.folder().resolve("nothing");
        Ground bare = withoutShims(ground)
                .with(SHIM_VARIABLE, "")
                .with(CONTAINERD_VARIABLE, nothing.toString())
                .with("DOCKER_HOST", "unix://" + nothing);

        assertThat(bare.tare("list", CELL).output())
                .containsPattern(CELL
                        + " +unavailable: runwasi's shim with Wasmtime "
                        + "(is not installed; benchmarks\\.jar provision runwasi-wasmtime \\("
                        + "|cannot be had here: .+; install )");
        assertUnavailable(bare, CELL, "runwasi's shim with Wasmtime");
    }

    /** The tools of the real cache but for the shims, which may be there. */
    private static Ground withoutShims(Ground ground) throws IOException {
        Path home = ground.folder().resolve("home");
        Path tools = Files.createDirectories(home.resolve("tools"));
        try (Stream<Path> lent = Files.list(ground.home().resolve("tools"))) {
            for (Path tool : lent.toList()) {
                String name = tool.getFileName().toString();
                if (!name.startsWith("runwasi-")) {
                    Files.createSymbolicLink(tools.resolve(name), tool);
                }
            }
        }
        Files.createSymbolicLink(home.resolve("clients"), ground.home().resolve("clients"));
        String path = Stream.of(path().split(File.pathSeparator, -1))
                .filter(folder -> !Files.exists(Path.of(folder, SHIM)))
                .collect(Collectors.joining(File.pathSeparator));
        return ground.withHome(home).with("PATH", path);
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "");
    }

    private static void assertUnavailable(Ground ground, String cell, String reason) throws IOException {
        CommandResult run = ground.measure(cell, "--rounds=1");

        assertThat(run.output()).contains(UNAVAILABLE);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(Files.readString(ground.out().resolve("plan.json"))).contains(reason);
    }

    private static void shimUnseen(Ground ground) throws Exception {
        Tool shim = installedShim().orElseThrow(() -> missingShim("Tare's cache holds no shim"));
        try (OwnContainerd containerd = containerd(ground, path())) {
            CommandResult listed = ground.with(
                            CONTAINERD_VARIABLE, containerd.socket().toString())
                    .tare("list", HELLO + shim.description().id());

            assertThat(listed.output())
                    .contains(
                            "unavailable: %s lies in Tare's cache, where the daemons here do not look for shims"
                                    .formatted(shim.description().name()),
                            "benchmarks.jar provision daemons",
                            "/%s into a folder of their PATH"
                                    .formatted(program(shim).getFileName()));
        }
    }

    private static RuntimeException missingShim(String reason) {
        Requirement.missing("runwasi-wasmtime", reason);
        return new IllegalStateException("a missing requirement ends the test");
    }

    private static Optional<Tool> installedShim() {
        Session session = Session.open(Optional.empty(), Progress.silent());
        return session.catalogue().handlers().values().stream()
                .filter(handler -> handler.carrier() == Carrier.SHIM)
                .map(Handler::tool)
                .map(session.toolbox()::look)
                .filter(Standing.Present.class::isInstance)
                .map(standing -> ((Standing.Present) standing).tool())
                .filter(tool -> tool.origin() == Tool.Origin.INSTALLED)
                .findFirst();
    }

    private static Path program(Tool shim) {
        return Path.of(shim.start().get(0));
    }

    private static OwnContainerd containerd(Ground ground, String path) throws IOException {
        return OwnContainerd.start(Files.createDirectory(ground.folder().resolve("store")), ground.folder(), path);
    }

    private static void containerdTooOld(Ground ground) throws Exception {
        try (OwnContainerd containerd = containerd(ground, path())) {
            Ground told = withShim(ground)
                    .with(CONTAINERD_VARIABLE, containerd.socket().toString());
            if (!told.ready(List.of(ARTIFACT)).isEmpty()) {
                Requirement.missing("containerd before 1.7.7", "this machine's runs Wasm artifacts");
            }

            assertThat(told.tare("list", ARTIFACT).output())
                    .containsPattern("unavailable: containerd \\S+ at \\S+ cannot run Wasm artifacts: "
                            + "that takes 1\\.7\\.7 or newer; benchmarks\\.jar provision daemons, ");
            assertThat(told.ready(List.of(CELL))).containsExactly(CELL);
            assertUnavailable(told, ARTIFACT, "cannot run Wasm artifacts");
        }
    }

    /** Something that says to be the shim is enough where nothing is started by it. */
    private static Ground withShim(Ground ground) throws IOException {
        Path shim = ground.program(SHIM, "#!/usr/bin/env python3\nprint('Version: 0.1.0')\n");
        return ground.with(SHIM_VARIABLE, shim.toString());
    }

    private static void dockerTooOld(Ground ground) throws Exception {
        Path client = ground.program("docker", """
                #!/usr/bin/env python3
                import sys
                if '--version' in sys.argv:
                    print('Docker version 28.2.2, build e6534b4')
                else:
                    print('Client:\\n Version: 28.2.2\\n\\nServer:\\n Engine:\\n  Version: 20.10.24+dfsg1')
                """);
        Ground told = withShim(ground)
                .with("TARE_DOCKER", client.toString())
                .with(
                        "DOCKER_HOST",
                        "unix://" + Files.createFile(ground.folder().resolve("docker.sock")));

        assertThat(told.tare("list", BY_DOCKER).output())
                .containsPattern(
                        "unavailable: Docker 20\\.10\\.24\\+dfsg1 at \\S+ cannot start a shim by its runtime's "
                                + "name: that takes 23\\.0 or newer; benchmarks\\.jar provision daemons, ");
        assertUnavailable(told, BY_DOCKER, "cannot start a shim");
    }

    private static void containerdRestarted(Ground ground) throws Exception {
        Optional<Tool> shim = installedShim();
        // A daemon finds a shim by its name alone.
        String path =
                shim.map(tool -> program(tool).getParent() + File.pathSeparator).orElse("") + path();
        List<String> cells = Stream.concat(
                        shim.stream().map(tool -> OWN + tool.description().id()), Stream.of(OWN + "ctr-scratch"))
                .toList();
        try (OwnContainerd first = containerd(ground, path)) {
            Ground told = ground.guest(ContainerFaults.GUEST)
                    .with("PATH", path)
                    .with(CONTAINERD_VARIABLE, first.socket().toString());
            try (Running run = told.start(told.firstReady("ctr", cells), "--rounds=" + ROUNDS, "--timeout=60s")) {
                awaitLines(told, run, 3);
                first.kill();
                awaitLines(told, run, told.journalled() + 1);
                try (OwnContainerd second = first.again()) {
                    assertThat(run.await()).as(run.said()).isEqualTo(1);
                    assertThat(second.containers()).isEmpty();
                }
                Leftovers.assertNoContainerOf(run.pid());
            }
        }
        ground.assertEveryPlannedExecutionIsThereOnce(1, ROUNDS);
        assertThat(ContainerFaults.failed(ground)).isNotEmpty().allSatisfy(HandlerFaults::isNoSample);
        assertThat(ground.journal()).last().matches(JournalLine::isSample);
    }

    private static void awaitLines(Ground ground, Running run, long lines) {
        Waiting.until(() -> ground.journalled() >= lines || !run.isAlive());
    }

    private static void isNoSample(JournalLine line) {
        assertThat(line.isSample()).isFalse();
        assertThat(line.reason()).isPresent();
    }

    private static void ownContainerdDies(Ground ground) throws Exception {
        List<String> cells = Stream.of(
                        "runwasi-wasmtime", "runwasi-wamr", "runwasi-wasmedge", "runwasi-wasmer", "ctr-scratch")
                .map(OWN::concat)
                .toList();
        String cell = ground.guest(ContainerFaults.GUEST).firstReady("ctr", cells);

        ContainerFaults.taken(ground, cell, run -> run.kill(() -> run.named("containerd")));
    }
}
