package dev.tarebench.benchmarks.faults;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Too little free memory, in the eyes of one Tare: to take it really would take it from everything on the machine.
 *
 * @param figures what stands for the kernel's file
 */
record ScarceMemory(Path figures) {

    private static final Path KERNELS = Path.of("/proc/meminfo");

    /** By this a Tare is started that can be deceived: in a mount namespace of its own. */
    static final List<String> STARTER = List.of("unshare", "--mount", "--propagation=private");

    /** Figures with so much available; skips the test where this user cannot deceive anybody. */
    static ScarceMemory of(Path folder, long available) throws IOException {
        if (!Command.of("unshare", "--mount", "true").run().succeeded()) {
            Requirement.missing("mount", "no mount namespace can be made here");
        }
        String real = Files.readString(KERNELS, StandardCharsets.US_ASCII);
        return new ScarceMemory(Files.writeString(
                folder.resolve("meminfo"),
                real.replaceFirst("(?m)^MemAvailable:.*$", "MemAvailable: %d kB".formatted(available >> 10))));
    }

    /** From now on this is what the run sees. */
    void begin(Running run) {
        Command.of(
                        "nsenter",
                        "--target=" + run.pid(),
                        "--mount",
                        "mount",
                        "--bind",
                        figures.toString(),
                        KERNELS.toString())
                .runChecked();
    }
}
