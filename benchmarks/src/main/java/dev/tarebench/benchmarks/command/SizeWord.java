package dev.tarebench.benchmarks.command;

import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.workloads.Size;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A size as results call it, in small letters or large. */
final class SizeWord implements ITypeConverter<Size> {

    @Override
    public Size convert(String word) {
        Map<String, Size> known = Size.words();
        return Optional.ofNullable(known.get(word.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new TypeConversionException(
                        "there is no size '%s'%s".formatted(word, Suggestion.didYouMean(word, known.keySet()))));
    }
}
