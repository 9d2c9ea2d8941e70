package dev.tarebench.toolchains.tools;

import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tool tells its version: the arguments that make it speak, and the pattern that finds the version in it.
 *
 * @param expected another version is a warning in the result
 * @param least a program on the PATH that is older cannot do what we ask of it, and is passed over
 */
public record VersionProbe(
        ArgumentTemplate arguments, Pattern pattern, Optional<String> expected, Optional<LeastVersion> least) {

    /** Reads {@code version = { args = […], pattern = "…", expected = "…" }} of a catalogue file. */
    static VersionProbe read(Table table, Set<String> placeholders) {
        Table version = table.table("version");
        ArgumentTemplate arguments = TemplateReader.required(version, "args", placeholders);
        Optional<Pattern> pattern = version.pattern("pattern");
        pattern.filter(found -> found.matcher("").groupCount() != 1)
                .ifPresent(found -> version.problem("pattern", "must have exactly one group, around the version"));
        Optional<String> expected = version.optionalString("expected");
        Optional<LeastVersion> least = LeastVersion.read(version, "least");
        version.finish();
        return new VersionProbe(arguments, pattern.orElse(Pattern.compile("(.*)")), expected, least);
    }

    /** Whether a version is new enough. */
    boolean suffices(String version) {
        return least.map(bound -> bound.isMetBy(version)).orElse(true);
    }

    /** The version in what the tool printed. */
    Optional<String> parse(String output) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }
}
