package dev.tarebench.toolchains.tools;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A tool that is here, identified so well that a figure made with it can be made again. */
public record Tool(
        ToolDescription description,
        Path file,
        Map<String, String> bindings,
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
        bindings = Map.copyOf(bindings);
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
