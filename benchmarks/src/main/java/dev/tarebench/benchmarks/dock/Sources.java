package dev.tarebench.benchmarks.dock;

import dev.tarebench.workloads.GuestSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an image needs that builds its program by itself.
 *
 * @param dependencies the folder of what the guest's compiler fetched for it
 */
public record Sources(GuestSource guest, Optional<Path> dependencies) {}
