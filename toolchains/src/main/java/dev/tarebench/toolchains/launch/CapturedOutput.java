package dev.tarebench.toolchains.launch;

import java.nio.file.Path;

/** One stream of a child, in the file it was written to. */
public record CapturedOutput(Path file, long bytes) {}
