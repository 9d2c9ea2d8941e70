package dev.tarebench.toolchains.tools;

import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers version and hash of each tool by its file's identity, since hashing and starting every engine would cost a
 * second at each start; a file that was replaced has another inode, size or time and is asked again.
 */
final class ToolIdentities {

    private final Path folder;

    ToolIdentities(Path folder) {
        this.folder = folder;
    }

    record Identity(String version, String sha256) {}

    Identity of(ToolDescription description, Path file, List<String> start, Map<String, String> places) {
        try {
            String state = "%s %s %s"
                    .formatted(
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis(),
                            Files.getAttribute(file, "unix:ino"));
            String key = new Digest()
                    .text(file.toString())
                    .text(description.version().arguments().toString())
                    .text(description.version().pattern().pattern())
                    .hex();
            Path memory = folder.resolve(key);
            Optional<Identity> known = recall(memory, state);
            return known.isPresent() ? known.get() : remember(memory, state, ask(description, file, start, places));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot identify %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Optional<Identity> recall(Path memory, String state) throws IOException {
        if (!Files.isRegularFile(memory)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(memory, StandardCharsets.UTF_8);
        return lines.size() == 3 && lines.get(0).equals(state)
                ? Optional.of(new Identity(lines.get(1), lines.get(2)))
                : Optional.empty();
    }

    private Identity remember(Path memory, String state, Identity identity) throws IOException {
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".identity", "");
        Files.write(beside, List.of(state, identity.version(), identity.sha256()), StandardCharsets.UTF_8);
        Files.move(beside, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return identity;
    }

    private static Identity ask(ToolDescription description, Path file, List<String> start, Map<String, String> places)
            throws IOException {
        List<String> command = new ArrayList<>(start);
        command.addAll(description.version().arguments().render(new Bindings(places, Map.of())));
        String output = Command.of(command)
                .withTimeout(Duration.ofSeconds(30))
                .withHint("%s must name a working %s".formatted(description.variable(), description.name()))
                .runChecked()
                .output();
        String version = description
                .version()
                .parse(output)
                .orElseThrow(() -> new IOException("%s did not tell its version in the expected form '%s', but: %s"
                        .formatted(file, description.version().pattern(), output.strip())));
        return new Identity(version, Digest.ofFile(file));
    }
}
