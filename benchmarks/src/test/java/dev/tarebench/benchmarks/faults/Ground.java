package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Jar;
import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place of its own for one fault: a cache that only borrows the tools of the real one, and a folder for a catalogue and
 * a run, so that whatever is left over afterwards was left by this fault.
 *
 * @param home the cache
 * @param folder everything else
 * @param environment what Tare is started with besides its cache
 */
record Ground(Path home, Path folder, Map<String, String> environment) {

    Ground {
        environment = Map.copyOf(environment);
    }

    Ground withHome(Path other) {
        return new Ground(other, folder, environment);
    }

    Ground withFolder(Path other) {
        return new Ground(home, other, environment);
    }

    Ground with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Ground(home, folder, more);
    }

    Path out() {
        return folder.resolve("out");
    }

    Path catalogue() {
        return folder.resolve("catalogue");
    }

    /** Gives the run a guest that prints nothing and behaves so. */
    Ground guest(String body) throws IOException {
        OwnGuest.write(catalogue(), body);
        return this;
    }

    /** Writes a program of the test's own, which its first line says how to execute. */
    Path program(String name, String text) throws IOException {
        Path program = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Those of the cells that can run here, in the order in which they were named. */
    List<String> ready(List<String> cells) {
        List<String> arguments = new ArrayList<>(List.of("list", "(%s)".formatted(String.join("|", cells))));
        if (Files.isDirectory(catalogue())) {
            arguments.add("--catalogue=" + catalogue());
        }
        List<String> ready = tare(arguments.toArray(String[]::new))
                .standardOutput()
                .lines()
                .filter(line -> line.endsWith("  ready"))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
        return cells.stream().filter(ready::contains).toList();
    }

    /** The first of them; skips the test where none can. */
    String firstReady(String tool, List<String> cells) {
        List<String> ready = ready(cells);
        if (ready.isEmpty()) {
            Requirement.missing(tool, "none of %s can run here, see 'list'".formatted(cells));
        }
        return ready.get(0);
    }

    CommandResult tare(String... arguments) {
        return Jar.run(environmentWithHome(), arguments);
    }

    /** A run into {@link #out()} at the smallest size, with the catalogue where there is one. */
    CommandResult measure(String regex, String... more) {
        return tare(measuring(regex, more));
    }

    CommandResult resume(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--resume=" + out()));
        arguments.addAll(List.of(more));
        return tare(arguments.toArray(String[]::new));
    }

    /** The same as {@link #measure}, going on beside the test; whoever starts it ends it. */
    Running start(String regex, String... more) throws IOException {
        return Running.start(environmentWithHome(), measuring(regex, more));
    }

    /** The same by a command that ends by becoming the one behind it. */
    Running startBy(List<String> starter, String regex, String... more) throws IOException {
        return Running.start(starter, environmentWithHome(), measuring(regex, more));
    }

    Running startResuming() throws IOException {
        return Running.start(environmentWithHome(), "run", "--resume=" + out());
    }

    private String[] measuring(String regex, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", regex, "--size=mini", "--out=" + out()));
        if (Files.isDirectory(catalogue())) {
            arguments.add("--catalogue=" + catalogue());
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Map<String, String> environmentWithHome() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TARE_HOME", home.toString());
        return all;
    }

    List<JournalLine> journal() {
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(out().resolve("samples.jsonl"), lines::add);
        return lines;
    }

    /** How many executions are journalled so far, by the line ends alone: the last line may be half written. */
    long journalled() {
        try (Stream<String> lines = Files.lines(out().resolve("samples.jsonl"))) {
            return lines.count();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    void assertEveryPlannedExecutionIsThereOnce(int cells, int rounds) {
        assertThat(journal())
                .extracting(JournalLine::order)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, cells * (rounds + 1)).boxed().toList());
    }

    void assertNothingIsLeft() throws IOException {
        Leftovers.of(List.of(home, folder)).assertNone();
        Path work = home.resolve("work");
        if (Files.isDirectory(work)) {
            try (Stream<Path> left = Files.list(work)) {
                assertThat(left).as("working directories in the cache").isEmpty();
            }
        }
    }
}
