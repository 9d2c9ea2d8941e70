package dev.tarebench.benchmarks.command;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.launch.LauncherProgram;
import dev.tarebench.toolchains.launch.NativeLauncher;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.launch.SampledLauncher;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the launcher: the native one wherever a C compiler can be had, the sampling one only where none can. */
public final class Launchers {

    private static final String PLACE = "native";

    private Launchers() {}

    public static ProcessLauncher start(ArtifactBuilder builder, Progress progress) {
        if (builder.compilerFor(PLACE, "c") instanceof Availability.Unavailable<Compiler> missing) {
            progress.report("no C compiler for the launcher (%s): memory will be sampled, and every figure says so"
                    .formatted(missing.reason()));
            return new SampledLauncher();
        }
        return NativeLauncher.start(
                builder.build("the launcher", source(), Map.of(), PLACE).file());
    }

    private static GuestSource source() {
        Map<String, byte[]> files = new HashMap<>();
        LauncherProgram.sources().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        List<String> compiled = files.keySet().stream()
                .filter(name -> name.endsWith(".c"))
                .sorted()
                .toList();
        return new GuestSource("c", files, compiled, Map.of());
    }
}
