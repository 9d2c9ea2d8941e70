package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Unusable;
import dev.tarebench.toolchains.catalogue.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What Maven's profile calls: turns the properties that {@code mvn} was given into the arguments of {@code run}. They come
 * as arguments too, since a JVM that is given options is not started quickly.
 *
 * <p>Maven takes any property without a word, so a misspelt one is looked for in the command line that it hands on.
 */
@Command(name = "bench", hidden = true, description = "Runs as 'mvn verify -Pbench' does.")
final class BenchCommand implements Callable<Integer> {

    private static final Pattern GIVEN = Pattern.compile("(?:^|\\s)(?:-D|--define[ =])(bench(?:\\.[A-Za-z0-9.-]*)?)");

    @Parameters(arity = "0..*", paramLabel = "PROPERTY=VALUE", description = "one without a value was not given")
    List<String> given = new ArrayList<>();

    @Override
    public Integer call() {
        rejectUnknown(System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", ""));
        return TareCommand.execute(arguments(values()).toArray(String[]::new));
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (String property : given) {
            int end = property.indexOf('=');
            values.put(property.substring(0, end), property.substring(end + 1));
        }
        return values;
    }

    private static Map<String, String> properties() {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : List.of(
                "size",
                "rounds",
                "seed",
                "time-limit",
                "timeout",
                "cpus",
                "prime",
                "prolonged",
                "out",
                "baseline",
                "max-slowdown")) {
            options.put("bench." + option, "--" + option);
        }
        return options;
    }

    private static List<String> arguments(Map<String, String> values) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        properties().forEach((property, option) -> {
            String value = values.getOrDefault(property, "");
            if (!value.isBlank()) {
                arguments.add(option + "=" + value);
            }
        });
        String regex = values.getOrDefault("bench", "");
        if (!regex.isBlank()) {
            arguments.add("--");
            arguments.add(regex);
        }
        return arguments;
    }

    /** Finds a property of ours that nothing reads; {@code -Dbench.siz=mini} would otherwise measure another size. */
    static void rejectUnknown(String mavenCommandLine) {
        List<String> known = new ArrayList<>(properties().keySet());
        known.add("bench");
        Matcher given = GIVEN.matcher(mavenCommandLine);
        while (given.find()) {
            if (!known.contains(given.group(1))) {
                throw new Unusable("the property '%s' is not known%s"
                        .formatted(given.group(1), Suggestion.didYouMean(given.group(1), known)));
            }
        }
    }
}
