package dev.tarebench.benchmarks.plan;

import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.workloads.WorkloadVariant;
import java.util.List;
import java.util.Locale;

/** What is measured of a workload on a target. */
public enum Operation {
    RUN,
    /** The guest's body many times in one process, so that an engine's warm-up can be seen. */
    PROLONGED,
    /** Many containers of one program that does nothing, all at once. */
    DENSITY,
    /** The start alone of a container that was created beforehand. */
    CREATE_START,
    /** An image from a registry into a store that holds nothing of it. */
    PULL,
    /** The same into a store that holds the layers of the base. */
    PULL_SHARED,
    /** How large an image is, as it is served and unpacked. */
    SIZE;

    /** Stands for whatever is about images. */
    static final String IMAGES = "images";

    public static Operation ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about an image and not about what the program in it does. */
    public boolean ofImages() {
        return switch (this) {
            case RUN, PROLONGED, DENSITY, CREATE_START -> false;
            case PULL, PULL_SHARED, SIZE -> true;
        };
    }

    /**
     * Whether it makes sense. A guest that does not know the shared source cannot be asked to repeat itself, and only
     * an engine keeps a container whose client has gone; a client without an engine pulls nothing, and its created
     * container writes to whoever created it; a program of another platform does not run here, but its image can be
     * weighed. What an image weighs is the registry's to say, whichever front pulls it: so it is asked once.
     */
    boolean suits(WorkloadVariant workload, Target target) {
        boolean able =
                switch (this) {
                    case RUN -> target.runs();
                    case PROLONGED -> target.runs() && workload.marked();
                    case DENSITY -> target.runs() && target.inEngineStore();
                    case CREATE_START -> target.runs() && target.served();
                    case PULL -> target.served();
                    case PULL_SHARED -> target.served() && target.hasBase();
                    case SIZE ->
                        target.served()
                                && target.through()
                                        .filter(ContainerFront::runsRegistry)
                                        .isPresent();
                };
        // That it cannot be run is a reason to be told to whoever names it; all else asks for running it as well.
        boolean here = this == SIZE || this == RUN || !target.foreignImage();
        return able
                && here
                && !(target instanceof Target.Container container && !container.suits(this, workload))
                && workload.reach().allows(word())
                && workload.reach().includes(target.place())
                && workload.reach().interpreter().equals(target.interpreter());
    }

    /** Whether the expression names it; the usual operation need not be named. */
    boolean namedIn(String regex) {
        return this == RUN || words().stream().anyMatch(regex::contains);
    }

    private List<String> words() {
        return switch (this) {
            case RUN, PROLONGED, DENSITY, CREATE_START -> List.of(word());
            case PULL, PULL_SHARED -> List.of("pull", IMAGES);
            case SIZE -> List.of(word(), IMAGES);
        };
    }

    /** What a cell's id begins with; the usual operation is not named. */
    String prefix() {
        return this == RUN ? "" : (ofImages() ? IMAGES + "/" : "") + word() + "/";
    }
}
