package dev.tarebench.reports.comparison;

import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One run judged within itself: every target against its baseline, family by family. */
public record RunAnalysis(Run run, List<FamilyAnalysis> families, List<SuiteMean> means) {
    /** So many families at a time keep both the processors busy and the bootstrap distributions few. */
    private static final int BATCH = 256;

    public RunAnalysis {
        families = List.copyOf(families);
        means = List.copyOf(means);
    }

    public static RunAnalysis of(Run run) {
        List<Map.Entry<FamilyKey, List<CellResult>>> families =
                List.copyOf(run.families().entrySet());
        List<FamilyAnalysis> analysed = new ArrayList<>();
        SortedMap<SuiteMeans.Key, SuiteMeans> means = new TreeMap<>();
        for (int start = 0; start < families.size(); start += BATCH) {
            List<FamilyJudge> batch = IntStream.range(start, Math.min(start + BATCH, families.size()))
                    .parallel()
                    .mapToObj(families::get)
                    .map(family -> FamilyJudge.judge(family.getKey(), family.getValue(), run.baseline()))
                    .toList();
            for (FamilyJudge judge : batch) {
                analysed.add(judge.analysis());
                judge.bootstraps()
                        .forEach((target, contrast) -> means.computeIfAbsent(
                                        SuiteMeans.Key.of(judge.analysis().key(), target), key -> new SuiteMeans())
                                .add(contrast));
            }
        }
        List<SuiteMean> suiteMeans = new ArrayList<>();
        means.forEach((key, mean) -> suiteMeans.add(mean.result(key)));
        return new RunAnalysis(run, analysed, suiteMeans);
    }

    /** Every cell, in the order of the families. */
    public List<CellAnalysis> cells() {
        return families.stream().flatMap(family -> family.cells().stream()).toList();
    }
}
