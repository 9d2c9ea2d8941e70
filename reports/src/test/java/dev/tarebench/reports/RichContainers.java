package dev.tarebench.reports;

import static dev.tarebench.reports.RichRun.mebibytes;
import static dev.tarebench.reports.RichRun.nanos;

import dev.tarebench.reports.journal.CellDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The container half of a rich run: images of both kinds, their pulls, starts, and many containers at once. */
final class RichContainers {
    private static final List<String> BASES = List.of("debian", "distroless", "scratch");
    private static final double[] BASE_MIB = {29, 9.6, 0};
    private static final double FAT_MIB = 310;

    private RichContainers() {}

    static void add(RichRun run, int round) {
        for (String program : List.of("matrix-rust", "sort-go", "sort-rust")) {
            double own = program.endsWith("go") ? 1.1 : 0.4;
            for (int i = 0; i < BASES.size(); i++) {
                image(
                        run,
                        round,
                        program,
                        "",
                        BASES.get(i),
                        BASE_MIB[i] + own,
                        BASES.get(i).equals("scratch") ? 1 : 2);
            }
            image(run, round, program, "fat", "debian", FAT_MIB + own, 9);
            module(run, round, program, "docker-wasm", "linux/amd64", own * 0.5);
            module(run, round, program, "docker-artifact", "wasi/wasm", own * 0.8);
        }
        for (String target : List.of("docker-scratch", "ctr-scratch", "runc-scratch", "crun-wasmtime")) {
            start(run, round, target);
        }
        String[] fronts = {"runwasi-wasmtime", "runwasi-wamr", "crun-wasmedge", "runc-debian"};
        for (int containers : new int[] {10, 100, 400}) {
            for (int i = 0; i < fronts.length; i++) {
                density(run, round, containers, fronts[i], i);
            }
        }
    }

    private static void module(
            RichRun run, int round, String program, String target, String platform, double compressed) {
        run.add(
                round,
                cell("size", "images/size/", "workloads", program, "", target, "", platform),
                Map.of(
                        "imageBytes", mebibytes(compressed * 2.6),
                        "compressedBytes", mebibytes(compressed),
                        "layers", 1L));
    }

    private static void image(
            RichRun run, int round, String program, String variant, String base, double compressed, long layers) {
        run.add(
                round,
                cell("size", "images/size/", "workloads", program, variant, "docker-" + base, ""),
                Map.of(
                        "imageBytes", mebibytes(compressed * 2.6),
                        "compressedBytes", mebibytes(compressed),
                        "layers", layers));
        for (String front : List.of("docker-", "ctr-")) {
            double fresh = (front.equals("ctr-") ? 60 : 140) + compressed * 11;
            run.add(
                    round,
                    cell("pull", "images/pull/", "workloads", program, variant, front + base, ""),
                    Map.of("pullNs", nanos(fresh * run.noise(0.04))));
            run.add(
                    round,
                    cell("pull-shared", "images/pull-shared/", "workloads", program, variant, front + base, ""),
                    Map.of("pullSharedNs", nanos(fresh * (variant.isEmpty() ? 0.4 : 0.9) * run.noise(0.04))));
        }
    }

    private static void start(RichRun run, int round, String target) {
        double slow = target.startsWith("docker") ? 4 : target.startsWith("ctr") ? 2 : 1;
        double create = 14 * slow * run.noise(0.05);
        double start = 21 * slow * run.noise(0.05);
        run.add(
                round,
                cell(
                        "start",
                        "start/",
                        "startup",
                        "hello",
                        "",
                        target,
                        target.contains("wasm") ? "optimizing-jit" : ""),
                Map.of(
                        "wallNs", nanos(create + start),
                        "createNs", nanos(create),
                        "startNs", nanos(start),
                        "startupNs", nanos(create + 0.7 * start),
                        "cgroupPeakBytes", mebibytes(3 * run.noise(0.1))));
    }

    private static void density(RichRun run, int round, int containers, String target, int place) {
        double each = 4 + 3.5 * place;
        run.add(
                round,
                cell(
                        "density",
                        "density/",
                        "startup",
                        "resident-c",
                        "x" + containers,
                        target,
                        place < 3 ? "interpreter" : ""),
                Map.of(
                        "containers", (long) containers,
                        "wallNs", nanos((170 + 40 * place) * Math.sqrt(containers)),
                        "readyNs", nanos((160 + 40 * place) * Math.sqrt(containers) * run.noise(0.05)),
                        "stopNs", nanos((60 + 10 * place) * Math.sqrt(containers) * run.noise(0.05)),
                        "eachCgroupBytes", mebibytes(each * 0.5 + 8.0 / containers),
                        "eachPssBytes", mebibytes(each + 20.0 / containers),
                        "eachFreeBytes", mebibytes(each * 1.4 + 45.0 / containers)));
    }

    private static CellDescription cell(
            String operation,
            String prefix,
            String suite,
            String workload,
            String variant,
            String target,
            String tier) {
        return cell(operation, prefix, suite, workload, variant, target, tier, "linux/amd64");
    }

    private static CellDescription cell(
            String operation,
            String prefix,
            String suite,
            String workload,
            String variant,
            String target,
            String tier,
            String platform) {
        return new CellDescription(
                prefix + suite + "/" + workload + (variant.isEmpty() ? "" : "~" + variant) + "@" + target,
                operation,
                suite,
                workload,
                Optional.empty(),
                Optional.of(variant).filter(word -> !word.isEmpty()),
                target,
                "mini",
                platform,
                Optional.of(tier).filter(word -> !word.isEmpty()));
    }
}
