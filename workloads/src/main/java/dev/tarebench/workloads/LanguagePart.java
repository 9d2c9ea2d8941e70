package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.workloads.inputs.InputReader;
import dev.tarebench.workloads.inputs.InputSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one language of a workload has of its own.
 *
 * @param source the folder of its sources, where it is not named as the language
 * @param arguments what goes before the size's arguments
 * @param inputs what this language finds besides the size's inputs
 */
record LanguagePart(
        Optional<String> source,
        Optional<String> method,
        GuestFlags flags,
        List<String> arguments,
        Map<String, InputSource> inputs) {

    static LanguagePart read(Table table) {
        return new LanguagePart(
                table.optionalString("source"),
                table.optionalString("method"),
                GuestFlags.Overlay.read(table).over(GuestFlags.NONE),
                table.optionalStrings("arguments"),
                InputReader.read(table, Map.of()));
    }
}
