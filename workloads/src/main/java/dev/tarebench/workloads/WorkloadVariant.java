package dev.tarebench.workloads;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One program of the suite: a workload in one language and one variant, with what each size means for it.
 *
 * @param needs what a place to run must offer
 * @param marked whether it marks its phases, and repeats itself when it is asked to
 * @param reach where it exists, and what is measured of it
 */
public record WorkloadVariant(
        String suite,
        String workload,
        Optional<String> language,
        Optional<String> variant,
        String title,
        GuestSource source,
        Map<Size, SizedRun> sizes,
        Set<String> needs,
        boolean marked,
        Reach reach) {

    public WorkloadVariant {
        sizes = Collections.unmodifiableMap(sizes.isEmpty() ? new EnumMap<>(Size.class) : new EnumMap<>(sizes));
        needs = Set.copyOf(needs);
    }

    /** A program that exists everywhere and of which everything usual is measured. */
    public WorkloadVariant(
            String suite,
            String workload,
            Optional<String> language,
            Optional<String> variant,
            String title,
            GuestSource source,
            Map<Size, SizedRun> sizes,
            Set<String> needs,
            boolean marked) {
        this(suite, workload, language, variant, title, source, sizes, needs, marked, Reach.EVERYWHERE);
    }

    /** {@code suite/workload[-language][~variant]}. */
    public String id() {
        return suite
                + "/"
                + workload
                + language.map(name -> "-" + name).orElse("")
                + variant.map(name -> "~" + name).orElse("");
    }
}
