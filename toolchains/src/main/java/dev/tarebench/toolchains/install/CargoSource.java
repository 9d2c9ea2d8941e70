package dev.tarebench.toolchains.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of a crate, copied into {@code source/<name>-<version>}: some carry a whole C library. */
record CargoSource(String crate, String version, Pin pin) implements BuildPackage {

    static CargoSource read(Table table) {
        CargoSource source = new CargoSource(table.string("crate"), table.string("version"), Pin.read(table));
        table.finish();
        return source;
    }

    @Override
    public String what() {
        return "the source of crate %s %s".formatted(crate, version);
    }

    @Override
    public List<String> identity() {
        return List.of("cargo-source", crate, version);
    }

    @Override
    public List<String> clients() {
        return List.of("cargo");
    }

    @Override
    public void into(Path folder, Workshop workshop, Duration timeout) throws IOException {
        Path asking = folder.resolve("asking");
        Files.createDirectories(asking.resolve("src"));
        Files.writeString(asking.resolve("src").resolve("lib.rs"), "");
        Files.writeString(
                asking.resolve("Cargo.toml"),
                "[package]\nname = \"asking\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[dependencies]\n%s = \"=%s\"\n"
                        .formatted(crate, version),
                StandardCharsets.UTF_8);
        String answer = Cargo.command(workshop, List.of("metadata", "--format-version", "1", "--quiet"))
                .inDirectory(asking)
                .withEnvironment(Making.environment(folder))
                .withTimeout(timeout)
                .runChecked()
                .standardOutput();
        pin.verify(what(), checksum(Files.readString(asking.resolve("Cargo.lock"), StandardCharsets.UTF_8)));
        Path manifest = manifest(answer)
                .orElseThrow(() -> new IOException("cargo knows of no %s after fetching it".formatted(what())));
        Tree.copy(manifest.resolveSibling(""), folder.resolve("source").resolve("%s-%s".formatted(crate, version)));
        Tree.delete(asking);
    }

    /** The hash of the crate in the lock file that cargo has written, by which it has checked what it fetched. */
    String checksum(String lock) {
        Matcher matcher = Pattern.compile("name = \"%s\"\\nversion = \"%s\"\\n[^\\[]*?checksum = \"(\\w+)\""
                        .formatted(Pattern.quote(crate), Pattern.quote(version)))
                .matcher(lock);
        return matcher.find() ? matcher.group(1) : "unknown to cargo";
    }

    /** Where cargo keeps the crate, in what its command {@code metadata} answers. */
    Optional<Path> manifest(String metadata) throws IOException {
        for (JsonNode found : new ObjectMapper().readTree(metadata).path("packages")) {
            if (crate.equals(found.path("name").asText())
                    && version.equals(found.path("version").asText())) {
                return Optional.of(Path.of(found.path("manifest_path").asText()));
            }
        }
        return Optional.empty();
    }
}
