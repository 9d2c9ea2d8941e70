package dev.tarebench.toolchains.cache;

import java.nio.file.Path;

/** A finished folder of the cache whose vouched files have the hashes that they were made with. */
public record Entry(Path directory) {

    /** The list of its files with their hashes; its own hash stands for the whole. */
    public Path manifest() {
        return directory.resolve(Manifest.NAME);
    }

    public Path file(String name) {
        return directory.resolve(name);
    }
}
