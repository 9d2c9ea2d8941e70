package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a guest runs in, and whose weight is to be known: nothing at all, an engine, a container. */
public non-sealed interface Vessel extends Subject {

    /** Makes it ready for one execution in this place; outside the timed region. */
    Filled fill(Workspace.Place place, MeasureSettings settings, int paddingBytes);

    /** How the guest ended, as far as this kind of vessel lets it be known. */
    default Outcome ended(Execution execution, Marks marks) {
        return execution.outcome();
    }

    /** The files of the host that an execution in this directory names; an image's are its own. */
    default List<Path> named(Path directory) {
        return List.of();
    }

    /** A vessel that is ready for one execution, and to be emptied after it whatever became of it. */
    interface Filled {

        /** What the launcher starts. */
        Invocation invocation();

        /** Decides whether an execution that ended well also did what it was to do. */
        default Outcome judge(Execution execution, Answer answer, Path directory, Map<String, Path> inputs) {
            return Verification.judge(execution, answer, directory, inputs);
        }

        /** Reads every instrument that this kind of vessel has, after the execution has ended. */
        void read(Execution execution, Map<String, Long> metrics);

        /** Ends and removes whatever is left of it. */
        void empty();
    }

    /** The invocation in which everything but the command is the same for every kind. */
    static Invocation invocation(
            Workspace.Place place,
            MeasureSettings settings,
            List<String> command,
            Map<String, String> environment,
            List<Integer> cpus,
            int paddingBytes,
            List<Path> groups) {
        return new Invocation(
                command,
                environment,
                place.directory(),
                Optional.empty(),
                place.stdout(),
                place.stderr(),
                settings.timeout(),
                settings.outputLimitBytes(),
                cpus,
                paddingBytes,
                groups);
    }
}
