package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Instrument;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A cell that is one process under the launcher, whatever vessel the guest is in. */
final class ProcessCell implements Measurable {

    private static final int MOST_FILLS = 10;

    /** The journal's key of the times of a prolonged run's repetitions. */
    private static final String REPETITIONS = "repetitionNs";

    /** Marks lie at the beginning and the end; a guest that writes more than this in between is not read whole. */
    private static final int READ_ERRORS_BYTES = 1 << 20;

    private final Prepared prepared;
    private final ProcessLauncher launcher;
    private final Workspace workspace;
    private final MeasureSettings settings;
    private final Programs programs;
    private Optional<Workspace.Place> place = Optional.empty();
    private Optional<Vessel.Filled> filled = Optional.empty();
    private int padding;
    private Optional<Execution> execution = Optional.empty();
    private Optional<String> obstacle = Optional.empty();
    private Instant startedAt = Instant.EPOCH;
    private List<String> entries = List.of();

    ProcessCell(Prepared prepared, ProcessLauncher launcher, Workspace workspace, MeasureSettings settings) {
        this.prepared = prepared;
        this.launcher = launcher;
        this.workspace = workspace;
        this.settings = settings;
        this.programs = Programs.of(prepared, workspace.root());
    }

    @Override
    public Cell cell() {
        return prepared.cell();
    }

    @Override
    public void before(int paddingBytes) {
        prepared.cacheProof().ifPresent(this::fill);
        try {
            layOut(paddingBytes);
        } catch (CommandFailed | SetupFailure failed) {
            obstacle = Optional.of(String.valueOf(failed.getMessage()));
        }
        entries = prepared.cacheProof().map(CacheProof::state).orElse(List.of());
        startedAt = Instant.now();
    }

    private void layOut(int paddingBytes) {
        Workspace.Place fresh = workspace.fresh(prepared.inputs());
        place = Optional.of(fresh);
        filled = Optional.of(prepared.vessel().fill(fresh, settings, paddingBytes));
        padding = paddingBytes;
    }

    /** Engines write their caches beside the guest and give up when it ends first, so one run may not be enough. */
    private void fill(CacheProof proof) {
        for (int attempt = 0; attempt < MOST_FILLS && proof.state().isEmpty(); attempt++) {
            layOut(0);
            execute();
            clear();
        }
    }

    @Override
    public void execute() {
        if (obstacle.isEmpty()) {
            execution = Optional.of(launcher.launch(filled.orElseThrow().invocation()));
        }
    }

    @Override
    public Trial after() {
        return obstacle.map(this::notStarted).orElseGet(() -> ended(execution.orElseThrow()));
    }

    private Trial notStarted(String reason) {
        return new Trial(
                new Outcome.NotStarted(reason),
                startedAt,
                Instrument.EXACT,
                new TreeMap<>(),
                Map.of(),
                prepared.notes(),
                List.of());
    }

    private Trial ended(Execution done) {
        programs.requireUnchanged(prepared.cell().id());
        SortedMap<String, Long> metrics = new TreeMap<>();
        List<String> notes = new ArrayList<>(prepared.notes());
        filled.orElseThrow().read(done, metrics);
        metrics.put(Metrics.ENVIRONMENT_PADDING.key(), (long) padding);
        prepared.compiled().ifPresent(product -> {
            metrics.put(Metrics.COMPILE.key(), product.compileNs());
            metrics.put(Metrics.COMPILED_SIZE.key(), product.bytes());
        });
        if (done.survivors() > 0) {
            notes.add("%d process(es) outlived it and were ended".formatted(done.survivors()));
        }
        String errors = standardError(done.stderr().file());
        Marks marks = Marks.parse(errors);
        if (prepared.cell().workload().marked() && !prepared.cell().operation().ofImages()) {
            done.stamps()
                    .flatMap(stamps -> Phases.split(stamps, marks, metrics))
                    .ifPresent(notes::add);
        }
        Outcome ended = proveMode(
                proveCache(filled.orElseThrow()
                        .judge(
                                done.endedAs(prepared.vessel().ended(done, marks)),
                                prepared.answer(),
                                place.orElseThrow().directory(),
                                prepared.inputs())),
                errors);
        Outcome outcome = prepared.cell()
                .target()
                .through()
                .map(front -> withLastWords(ended, errors, front))
                .orElse(ended);
        return new Trial(
                outcome,
                startedAt,
                done.instrument(),
                metrics,
                marks.repetitionsNs().isEmpty() ? Map.of() : Map.of(REPETITIONS, marks.repetitionsNs()),
                notes,
                List.of(done.stdout().file(), done.stderr().file()));
    }

    /** A front's client ends with one code for everything that can go wrong with engine, disk and network. */
    private static Outcome withLastWords(Outcome outcome, String errors, ContainerFront front) {
        return outcome instanceof Outcome.NonZeroExit failed
                ? new Outcome.NonZeroExit(failed.code(), LastWords.in(errors, front.advice()))
                : outcome;
    }

    /** A cached mode whose entry is missing, or was written while it was timed, measured something else. */
    private Outcome proveCache(Outcome outcome) {
        if (!(outcome instanceof Outcome.Completed) || prepared.cacheProof().isEmpty()) {
            return outcome;
        }
        List<String> now = prepared.cacheProof().get().state();
        if (now.isEmpty()) {
            return new Outcome.WrongOutput(
                    "the engine wrote no cache entry in %d runs, so nothing was proved to be cached"
                            .formatted(MOST_FILLS));
        }
        return now.equals(entries)
                ? outcome
                : new Outcome.WrongOutput("the engine wrote its cache during the timed run: it was not hit");
    }

    /** An engine that cannot do what the mode is about may do something else, and answer right. */
    private Outcome proveMode(Outcome outcome, String errors) {
        if (!(outcome instanceof Outcome.Completed && prepared.cell().target() instanceof Target.Wasm wasm)) {
            return outcome;
        }
        return wasm.mode()
                .fallback()
                .flatMap(fallback -> errors.lines()
                        .filter(line -> fallback.matcher(line).find())
                        .findFirst())
                .<Outcome>map(line ->
                        new Outcome.WrongOutput("the engine did not do what its mode is about: " + line.strip()))
                .orElse(outcome);
    }

    @Override
    public void clear() {
        filled.ifPresent(Vessel.Filled::empty);
        filled = Optional.empty();
        place.ifPresent(Workspace.Place::remove);
        place = Optional.empty();
        execution = Optional.empty();
        obstacle = Optional.empty();
    }

    private static String standardError(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size <= 2L * READ_ERRORS_BYTES) {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            }
            return slice(channel, 0) + "\n" + slice(channel, size - READ_ERRORS_BYTES);
        } catch (IOException e) {
            return "";
        }
    }

    private static String slice(java.nio.channels.SeekableByteChannel channel, long from) throws IOException {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(READ_ERRORS_BYTES);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Reads until the slice is full or the file ends.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
