package dev.tarebench.toolchains.containers;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Something that a front can be told to do. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and Set.copyOf make sets that nobody can change
enum Verb {
    RUN(true, "options", "image", "bundle", "id", "entrypoint", "args"),
    CREATE(true, "options", "image", "bundle", "id", "entrypoint", "args"),
    START(true, "id"),
    KILL(true, "id"),
    /** Ends what a kill leaves behind, where removing needs that first. */
    SETTLE(false, "id"),
    REMOVE(true, "id"),
    CONTAINERS(true),
    PULL(false, "image"),
    LOAD(false, "archive"),
    FORGET(false, "image"),
    IMAGES(false),
    /** Removes the containers of an owner's builds, and then the images without a name that those left. */
    DISCARD(false, "owner"),
    PRUNE(false, "owner"),
    /** Answers the digest by which an image of the store was pulled. */
    DIGEST(false, "image"),
    /** Names every image of the store, for a front that tells only of given images what it holds of them. */
    IDS(false),
    /** Names every layer that the store holds, by whichever of its digests. */
    HELD(false, "args"),
    /** Names every layer that is unpacked, for a front that keeps that apart. */
    UNPACKED(false),
    /** Tells what becomes of each container, a line for each step, for as long as it is listened to. */
    EVENTS(false),
    /** Who makes the control groups, for a front that leaves it to a daemon's settings. */
    DRIVER(false);

    private final boolean required;
    private final Set<String> placeholders;

    Verb(boolean required, String... placeholders) {
        this.required = required;
        Set<String> all = new HashSet<>(Set.of("front", "socket", "state"));
        all.addAll(Set.of(placeholders));
        this.placeholders = Set.copyOf(all);
    }

    boolean required() {
        return required;
    }

    Set<String> placeholders() {
        return placeholders;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
