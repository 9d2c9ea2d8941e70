package dev.tarebench.toolchains.catalogue;

/** One mistake in one place of the catalogue. */
public record Problem(String file, String key, String message) {

    @Override
    public String toString() {
        return key.isEmpty() ? "%s: %s".formatted(file, message) : "%s: %s: %s".formatted(file, key, message);
    }
}
