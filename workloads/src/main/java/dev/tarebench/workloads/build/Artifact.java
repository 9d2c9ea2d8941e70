package dev.tarebench.workloads.build;

import dev.tarebench.toolchains.tools.Tool;
import java.nio.file.Path;

/** A guest built for one place to run. */
public record Artifact(Path file, String sha256, long bytes, String place, Tool compiler) {}
