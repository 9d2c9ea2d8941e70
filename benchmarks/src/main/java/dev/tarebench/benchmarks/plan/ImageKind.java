package dev.tarebench.benchmarks.plan;

import java.util.Optional;

/** How an image was made. */
public enum ImageKind {
    /** A base, the program and its inputs: what good practice has. */
    BEST_PRACTICE(Optional.empty()),
    /** One stage, with the compiler and the sources left inside. */
    FAT(Optional.of("fat"));

    @SuppressWarnings("ImmutableEnumChecker") // an optional text never changes
    private final Optional<String> variant;

    ImageKind(Optional<String> variant) {
        this.variant = variant;
    }

    Optional<String> variant() {
        return variant;
    }
}
