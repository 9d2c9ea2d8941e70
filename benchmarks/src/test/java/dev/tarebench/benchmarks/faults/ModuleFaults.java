package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is handed to a handler in place of a module that it can run: whatever it does with it, no sample comes of it. */
final class ModuleFaults {

    private static final String WORKLOAD = "startup/hello-c@";
    private static final int ROUNDS = 2;
    private static final String NEVER_A_SAMPLE =
            "fails behind every shim and every crun that is here, the engine's words kept; never a sample";

    /** Takes the compiler's place and makes with it what it makes, but for modules. */
    private static final String COMPILER = """
            #!/usr/bin/env python3
            import subprocess, sys
            compiler, wanted = '%s', sys.argv[1:]
            def make(*arguments):
                code = subprocess.run([compiler, *arguments]).returncode
                if code:
                    sys.exit(code)
            if 'wasm32-wasi' not in wanted:
                make(*wanted)
                sys.exit(0)
            made = wanted[wanted.index('-o') + 1]
            %s
            """;

    private ModuleFaults() {}

    static List<Fault> all() {
        return List.of(
                refused("a module is cut", "names by `TARE_ZIG` a compiler that makes half of each module", """
                        make(*wanted)
                        module = open(made, 'rb').read()
                        open(made, 'wb').write(module[:len(module) // 2])
                        """),
                refused(
                        "a module is none",
                        "names by `TARE_ZIG` a compiler that writes a sentence in place of each module",
                        """
                        print('this is no module', file=open(made, 'w'))
                        """),
                refused(
                        "an image holds a native program in place of a module",
                        "names by `TARE_ZIG` a compiler that makes a native program, which prints the right answer, of each",
                        """
                        make(*['x86_64-linux-musl' if word == 'wasm32-wasi' else word for word in wanted
                               if not word.startswith(('-mcpu=', '-Wl,'))], '-static')
                        """),
                new Fault(
                        "an image is of another platform",
                        "asks Docker for `wasi/wasm` by a front of the user's own, where the image is for `linux/amd64`",
                        "the executions fail with the daemon's words and are never samples; exit code 1",
                        ModuleFaults::otherPlatform));
    }

    private static Fault refused(String what, String injected, String instead) {
        return new Fault(what, injected, NEVER_A_SAMPLE, ground -> {
            Path compiler = ground.program("zig", COMPILER.formatted(zig(), instead.strip()));
            Ground own = ground.with("TARE_ZIG", compiler.toString());
            List<String> cells = own.ready(handled());
            if (cells.isEmpty()) {
                Requirement.missing("crun-wasmtime", "no handler can run here: provision one, see 'list'");
            }
            assertRefused(own, cells);
        });
    }

    private static Path zig() {
        Session session = Session.open(Optional.empty(), Progress.silent());
        return session.toolbox()
                .obtain(Objects.requireNonNull(session.catalogue().compilers().get("zig"))
                        .tool())
                .file();
    }

    /** The workload in every form behind every handler, wherever it can run. */
    private static List<String> handled() {
        return Session.open(Optional.empty(), Progress.silent()).catalogue().cells().stream()
                .filter(cell -> cell.target() instanceof Target.Handled)
                .map(Cell::id)
                .filter(id -> id.startsWith(WORKLOAD))
                .toList();
    }

    private static void assertRefused(Ground ground, List<String> cells) throws Exception {
        String all = "(%s)".formatted(String.join("|", cells));
        try (Running run = ground.start(all, "--prime=0", "--rounds=" + ROUNDS, "--timeout=60s")) {
            assertThat(run.await()).as(run.said()).isEqualTo(1);
            assertThat(run.said())
                    .contains(
                            "planned %d, completed 0, failed %d, unavailable 0".formatted(cells.size(), cells.size()));
            Leftovers.assertNoContainerOf(run.pid());
        }
        assertThat(ground.journal()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.isSample()).isFalse();
            assertThat(line.reason()).isPresent();
            assertThat(words(ground, line)).as(line.cell().id()).containsPattern("(?i)modul|wasm|magic");
        });
        assertThat(Files.readString(ground.out().resolve("results.json")).strip())
                .isEqualTo("[\n]");
    }

    /** What the engine said: behind a client it is the reason's end, elsewhere it is in the log. */
    private static String words(Ground ground, JournalLine line) throws IOException {
        StringBuilder words = new StringBuilder(line.reason().orElse("").replaceFirst("^[^:]*", ""));
        Path logs = ground.out().resolve("logs");
        if (Files.isDirectory(logs)) {
            try (Stream<Path> files = Files.list(logs)) {
                for (Path log : files.filter(
                                file -> file.getFileName().toString().startsWith("%06d-".formatted(line.order())))
                        .toList()) {
                    words.append(Files.readString(log, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return words.toString().strip();
    }

    private static void otherPlatform(Ground ground) throws Exception {
        String docker = ResourceFolder.beside(ToolDescription.class, "tare/containers").tomlFiles().stream()
                .filter(file -> file.stem().equals("docker"))
                .map(CatalogueFile::text)
                .findFirst()
                .orElseThrow();
        Path fronts = Files.createDirectories(ground.catalogue().resolve("containers"));
        Files.writeString(
                fronts.resolve("asking.toml"),
                docker.replace("id = \"docker\"", "id = \"asking\"")
                        .replaceFirst(
                                Pattern.quote("\"--pull=never\", "), "\"--pull=never\", \"--platform=wasi/wasm\", "));
        String cell = ground.firstReady("docker", List.of(WORKLOAD + "asking-scratch"));
        try (Running run = ground.start(cell, "--prime=0", "--rounds=" + ROUNDS, "--timeout=60s")) {
            assertThat(run.await()).as(run.said()).isEqualTo(1);
            Leftovers.assertNoContainerOf(run.pid());
        }
        assertThat(ground.journal()).hasSize(ROUNDS).allSatisfy(line -> {
            assertThat(line.isSample()).isFalse();
            // Docker 20.10 names both platforms; 26.1, with containerd's store, has no such image for the one asked
            // for.
            assertThat(line.reason().orElseThrow())
                    .containsPattern("Error response from daemon: .*(platform|No such image: \\S+/hello-c/)");
        });
    }
}
