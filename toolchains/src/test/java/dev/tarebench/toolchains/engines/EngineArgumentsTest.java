package dev.tarebench.toolchains.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows in one file what every mode of every engine is started with, so that a change of it is seen in review. */
class EngineArgumentsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "engine-arguments.txt");

    private final Locale usual = Locale.getDefault();

    private static Bindings launch(String folder) {
        return new Bindings(
                Map.of(
                        "install", "/INSTALL",
                        "hosts", "/HOSTS",
                        "zig", "/ZIG",
                        "module", "/MODULE.wasm",
                        "compiled", "/COMPILED",
                        "scratch", "/SCRATCH",
                        "cache", "/CACHE"),
                Map.of(
                        "engine", Bindings.plain(List.of("/ENGINE")),
                        "args", Bindings.plain(List.of("first argument", "")),
                        "env", List.of(Map.of("name", "NAME", "value", "a value")),
                        "dirs", List.of(Map.of("host", "/HOST DIR", "guest", folder))));
    }

    @AfterEach
    void resetLocale() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "en-US", "tr-TR"})
    void everyModeIsStartedAsTheGoldenFileSays(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        String rendered = render();
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN.resolveSibling(""));
            Files.writeString(GOLDEN, rendered, StandardCharsets.UTF_8);
        }

        assertThat(rendered)
                .as("run with -Dgolden.update to accept what is different")
                .isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    private static String render() {
        Problems problems = new Problems();
        Map<String, Engine> engines = EngineCatalogue.read(
                ResourceFolder.beside(ToolDescription.class, "tare/engines").tomlFiles(), problems);
        problems.throwIfAny();
        List<String> lines = new ArrayList<>();
        new TreeMap<>(engines)
                .forEach((id, engine) -> engine.modes()
                        .forEach((mode, what) -> describe(id + "-" + mode, what, launch(engine.folder()), lines)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void describe(String id, Mode mode, Bindings launch, List<String> lines) {
        lines.add("%s (%s)".formatted(id, mode.tier().word()));
        new TreeMap<>(mode.environment())
                .forEach((name, value) -> lines.add("  environment " + name + "=" + rendered(value, launch)));
        mode.compile().forEach(step -> arguments("  compile", step, launch, lines));
        arguments("  run", mode.run(), launch, lines);
        mode.cacheEntries().ifPresent(glob -> lines.add("  cache entries " + glob));
        mode.fallback().ifPresent(line -> lines.add("  fallback " + line));
        new TreeMap<>(mode.lacks()).keySet().forEach(lack -> lines.add("  lacks " + lack));
    }

    private static void arguments(String what, ArgumentTemplate template, Bindings launch, List<String> lines) {
        lines.add(what);
        template.render(launch).forEach(argument -> lines.add("    [%s]".formatted(argument)));
    }

    private static String rendered(String value, Bindings launch) {
        return String.join("", new ArgumentTemplate(List.of(value)).render(launch));
    }
}
