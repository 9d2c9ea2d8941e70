package dev.tarebench.workloads;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One program of the suite: a workload in one language and one variant, with what each size means for it. */
public record WorkloadVariant(
        String suite,
        String workload,
        Optional<String> language,
        Optional<String> variant,
        String title,
        GuestSource source,
        Map<Size, SizedRun> sizes,
        Set<String> needs,
        boolean marked) {

    public WorkloadVariant {
        sizes = Collections.unmodifiableMap(sizes.isEmpty() ? new EnumMap<>(Size.class) : new EnumMap<>(sizes));
        needs = Set.copyOf(needs);
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
