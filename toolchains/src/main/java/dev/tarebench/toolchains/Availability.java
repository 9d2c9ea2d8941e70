package dev.tarebench.toolchains;

/** Whether something can be used here; what cannot always says why, and what would change it. */
public sealed interface Availability<T> {

    record Ready<T>(T value) implements Availability<T> {}

    record Unavailable<T>(String reason, String remedy) implements Availability<T> {}
}
