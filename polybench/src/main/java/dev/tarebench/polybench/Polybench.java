package dev.tarebench.polybench;

import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Reach;
import dev.tarebench.workloads.SharedSources;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.WorkloadVariant;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a workload of every kernel in the folder: the file is the kernel, the table knows its answers. */
public final class Polybench {

    private static final String HEADER = "polybench.h";

    /** No pulls: the kernels' programs are of one size to a few kilobytes, and a pull of one is a pull of any. */
    private static final Reach REACH = new Reach(
            Optional.empty(), Set.of("run", "prolonged", "create-start", "size"), Optional.empty(), Optional.empty());

    private final ResourceFolder folder = ResourceFolder.beside(Polybench.class, "tare/polybench");
    private final AnswerTable answers;

    public Polybench() {
        answers = AnswerTable.parse(new String(folder.read("answers.tsv"), StandardCharsets.UTF_8));
    }

    public AnswerTable answers() {
        return answers;
    }

    public List<WorkloadVariant> workloads() {
        ResourceFolder kernels = folder.child("kernels");
        Map<String, byte[]> shared = new HashMap<>(SharedSources.of("c"));
        shared.put(HEADER, kernels.read(HEADER));
        return kernels.list().stream()
                .filter(name -> name.endsWith(".c"))
                .map(name -> workload(name.substring(0, name.length() - 2), kernels.read(name), shared))
                .toList();
    }

    private WorkloadVariant workload(String kernel, byte[] source, Map<String, byte[]> shared) {
        Map<String, byte[]> files = new HashMap<>(shared);
        files.put(kernel + ".c", source);
        GuestSource guest = new GuestSource("c", files, List.of(kernel + ".c", "tare.c"), Map.of());
        Map<Size, SizedRun> sizes = new EnumMap<>(Size.class);
        answers.of(kernel)
                .forEach((size, answer) -> sizes.put(
                        size,
                        new SizedRun(
                                Map.of("TARE_SIZE", size.word()),
                                List.of(),
                                List.of(),
                                Digest.ofText(answer.answer() + "\n"))));
        return new WorkloadVariant(
                "polybench",
                kernel,
                Optional.empty(),
                Optional.empty(),
                title(guest.firstLine()),
                guest,
                sizes,
                Set.of(),
                true,
                REACH);
    }

    /** A kernel's file begins by saying what it computes. */
    private static String title(String firstLine) {
        return firstLine.replaceAll("^/\\*\\s*|\\s*\\*/\\s*$", "");
    }
}
