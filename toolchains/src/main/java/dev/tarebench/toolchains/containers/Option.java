package dev.tarebench.toolchains.containers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A setting of one container that a front takes as arguments, in the order in which they are given. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and Set.copyOf make sets that nobody can change
enum Option {
    NAME("id"),
    LABEL("name", "value"),
    ENV("name", "value"),
    MOUNT("host", "guest"),
    CPUS("cpus"),
    MEMORY("memory"),
    CGROUP("cgroup", "id"),
    RUNTIME("runtime"),
    PROGRAM("program"),
    ANNOTATION("name", "value"),
    PLATFORM("platform");

    private final Set<String> placeholders;

    Option(String... placeholders) {
        this.placeholders = Set.of(placeholders);
    }

    Set<String> placeholders() {
        return placeholders;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Option> of(String key) {
        return Arrays.stream(values())
                .filter(option -> option.key().equals(key))
                .findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Option::key).toList();
    }
}
