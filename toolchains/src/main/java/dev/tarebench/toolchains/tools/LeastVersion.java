package dev.tarebench.toolchains.tools;

import dev.tarebench.toolchains.catalogue.Table;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/** The oldest version of something that can do what is asked of it. */
public record LeastVersion(Version bound) {

    /** Reads it where a catalogue file has the key. */
    public static Optional<LeastVersion> read(Table table, String key) {
        Optional<LeastVersion> least =
                table.optionalString(key).flatMap(LeastVersion::comparable).map(LeastVersion::new);
        if (table.has(key) && least.isEmpty()) {
            table.problem(key, "must be a version that begins with a number");
        }
        return least;
    }

    /** Whether a version is new enough; one that cannot be compared is given the benefit of the doubt. */
    public boolean isMetBy(String version) {
        return comparable(version).map(found -> found.compareTo(bound) >= 0).orElse(true);
    }

    private static Optional<Version> comparable(String version) {
        try {
            return Optional.of(Version.parse(version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return bound.toString();
    }
}
