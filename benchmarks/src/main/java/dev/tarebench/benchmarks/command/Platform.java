package dev.tarebench.benchmarks.command;

import java.util.Locale;
import java.util.Map;

/** The platform that programs are built for here, in the words of container images. */
final class Platform {

    static final String HOST = "linux/"
            + Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "riscv64", "riscv64")
                    .getOrDefault(System.getProperty("os.arch", "").toLowerCase(Locale.ROOT), "unknown");

    private Platform() {}
}
