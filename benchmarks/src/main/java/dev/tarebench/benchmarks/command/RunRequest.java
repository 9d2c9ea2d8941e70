package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Unusable;
import dev.tarebench.benchmarks.record.RunFolder;
import dev.tarebench.reports.journal.Plan;
import dev.tarebench.reports.journal.PlanFile;
import dev.tarebench.workloads.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as it is planned: from the options of a new one, or from the plan of one that goes on. */
record RunRequest(
        String runId,
        Path folder,
        String regex,
        Size size,
        int rounds,
        int primes,
        int repetitions,
        List<Integer> containers,
        long seed,
        Duration timeout,
        Optional<Duration> timeLimit,
        Optional<Integer> cpus,
        Optional<Path> catalogue,
        Beginning beginning) {

    RunRequest {
        containers = List.copyOf(containers);
    }

    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What a run begins with: nothing, or what an earlier part of it left. */
    enum Beginning {
        FRESH,
        RESUMED,
        FORCED
    }

    static RunRequest of(RunOptions options, SharedOptions shared) {
        return options.resume.isPresent()
                ? resumed(options.resume.get(), shared.catalogue, options.force)
                : fresh(options, shared.catalogue);
    }

    boolean resumed() {
        return beginning != Beginning.FRESH;
    }

    private static RunRequest fresh(RunOptions options, Optional<Path> catalogue) {
        long seed = options.seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1L << 48));
        String runId = RUN_ID.format(Instant.now()) + "-" + Long.toHexString(seed & 0xffff);
        return new RunRequest(
                runId,
                options.out.orElse(Path.of("target", "bench", runId)),
                options.regexOrDefault(),
                options.size,
                options.rounds,
                options.prime,
                options.prolonged,
                options.containers,
                seed,
                options.timeout,
                options.timeLimit,
                options.cpus,
                catalogue.map(Path::toAbsolutePath),
                Beginning.FRESH);
    }

    private static RunRequest resumed(Path folder, Optional<Path> catalogue, boolean force) {
        Plan plan = PlanFile.read(new RunFolder(folder).plan());
        SortedMap<String, String> options = plan.options();
        return new RunRequest(
                plan.runId(),
                folder,
                plan.regex().orElse(RunOptions.DEFAULT_REGEX),
                Optional.ofNullable(Size.words().get(plan.size()))
                        .orElseThrow(() -> new Unusable("the plan's size '%s' is unknown".formatted(plan.size()))),
                plan.rounds(),
                Integer.parseInt(options.getOrDefault("prime", "1")),
                Integer.parseInt(options.getOrDefault("prolonged", "20")),
                Stream.of(options.getOrDefault("containers", "").split(",", -1))
                        .filter(number -> !number.isEmpty())
                        .map(Integer::valueOf)
                        .toList(),
                plan.seed(),
                Duration.parse(options.getOrDefault("timeout", "PT5M")),
                Optional.empty(),
                Optional.ofNullable(options.get("cpus")).map(Integer::valueOf),
                catalogue.or(() -> Optional.ofNullable(options.get("catalogue")).map(Path::of)),
                force ? Beginning.FORCED : Beginning.RESUMED);
    }

    /** Every option that had an influence, as the plan records it. */
    SortedMap<String, String> recorded() {
        SortedMap<String, String> recorded = new TreeMap<>();
        recorded.put("prime", Integer.toString(primes));
        recorded.put("prolonged", Integer.toString(repetitions));
        recorded.put("containers", containers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        recorded.put("timeout", timeout.toString());
        timeLimit.ifPresent(limit -> recorded.put("timeLimit", limit.toString()));
        cpus.ifPresent(count -> recorded.put("cpus", count.toString()));
        catalogue.ifPresent(own -> recorded.put("catalogue", own.toString()));
        return recorded;
    }
}
