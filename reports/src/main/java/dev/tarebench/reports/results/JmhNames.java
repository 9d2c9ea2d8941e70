package dev.tarebench.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarebench.reports.journal.CellDescription;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns JMH's names and parameters into the description of a cell. */
final class JmhNames {
    private static final String OWN_PACKAGE = "tare.";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private JmhNames() {}

    static boolean isOwn(JsonNode element) {
        return element.path("benchmark").asText().startsWith(OWN_PACKAGE)
                && element.path("params").path("target").isTextual();
    }

    /** {@code tare.Suite.workload} with its parameters. */
    static CellDescription own(JsonNode element) {
        JsonNode params = element.path("params");
        String[] name = element.path("benchmark").asText().split("\\.", 3);
        String suite = name[1].toLowerCase(Locale.ROOT);
        String workload = name.length > 2 ? name[2] : name[1];
        String operation = parameter(params, "operation").orElse("run");
        Optional<String> language = parameter(params, "language");
        Optional<String> variant = parameter(params, "variant");
        String target = params.path("target").asText();
        String id = parameter(params, "cell")
                .orElseGet(() -> prefix(operation) + suite + "/" + workload
                        + language.map(word -> "-" + word).orElse("")
                        + variant.map(word -> "~" + word).orElse("")
                        + "@" + target);
        return new CellDescription(
                id,
                operation,
                suite,
                workload,
                language,
                variant,
                target,
                parameter(params, "size").orElse(CellDescription.UNSPECIFIED),
                parameter(params, "platform").orElse(CellDescription.UNSPECIFIED),
                parameter(params, "tier"));
    }

    /** A benchmark of another project: its method is the workload, its mode and parameters tell it from its like. */
    static CellDescription foreign(JsonNode element) {
        String benchmark = word(element.path("benchmark").asText());
        String mode = word(element.path("mode").asText("unknown"));
        Map<String, String> params = element.path("params").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText(), (a, b) -> a, TreeMap::new));
        String suffix = params.isEmpty()
                ? ""
                : params.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(",", "(", ")"));
        String id = word(benchmark + ":" + mode + suffix);
        int method = benchmark.lastIndexOf('.');
        return new CellDescription(
                id,
                "run",
                method < 0 ? "jmh" : benchmark.substring(0, method),
                word(benchmark.substring(method + 1) + suffix),
                Optional.empty(),
                Optional.empty(),
                "jmh-" + mode,
                CellDescription.UNSPECIFIED,
                CellDescription.UNSPECIFIED,
                Optional.empty());
    }

    private static String prefix(String operation) {
        return switch (operation) {
            case "run" -> "";
            case "pull", "pull-shared", "size" -> "images/" + operation + "/";
            default -> operation + "/";
        };
    }

    /** JMH cannot leave a parameter out, so an absent one is a placeholder. */
    private static Optional<String> parameter(JsonNode params, String name) {
        String value = params.path(name).asText("");
        return value.isEmpty() || value.equals("-") || value.equals("none") || value.equals("unset")
                ? Optional.empty()
                : Optional.of(word(value));
    }

    private static String word(String text) {
        String word = BLANKS.matcher(text.strip()).replaceAll("_");
        return word.isEmpty() ? CellDescription.UNSPECIFIED : word;
    }
}
