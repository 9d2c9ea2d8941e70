package dev.tarebench.toolchains.tools;

import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool that is here, identified so well that a figure made with it can be made again.
 *
 * @param start the arguments that start it
 * @param places the folders that its templates may name: {@code install} and {@code hosts}
 */
public record Tool(
        ToolDescription description,
        Path file,
        List<String> start,
        Map<String, String> places,
        String version,
        String sha256,
        Origin origin) {

    /** Where the tool was found; what the user names beats what the system has, and both beat what Tare installed. */
    public enum Origin {
        VARIABLE,
        PATH,
        INSTALLED
    }

    public Tool {
        start = List.copyOf(start);
        places = Map.copyOf(places);
    }

    /** What a template of this tool's file is rendered with: its own placeholders and those of the launch. */
    public Bindings bindings(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
        Map<String, String> allValues = new HashMap<>(places);
        allValues.putAll(values);
        Map<String, List<Map<String, String>>> allLists = new HashMap<>(lists);
        allLists.put(description.role(), Bindings.plain(start));
        return new Bindings(allValues, allLists);
    }

    /** An environment whose values are templates of this tool's file. */
    public Map<String, String> render(Map<String, String> environment, Map<String, String> values) {
        Map<String, String> rendered = new HashMap<>();
        environment.forEach((name, value) -> rendered.put(
                name, String.join("", new ArgumentTemplate(List.of(value)).render(bindings(values, Map.of())))));
        return Map.copyOf(rendered);
    }

    /** A warning for the result when this is not the version that its file was checked with. */
    public Optional<String> versionWarning() {
        return description
                .version()
                .expected()
                .filter(expected -> !expected.equals(version))
                .map(expected -> "%s is version %s; its file was checked with %s"
                        .formatted(description.name(), version, expected));
    }
}
