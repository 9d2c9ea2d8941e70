package dev.tarebench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads what is shipped for what {@code SECURITY.md} promises never to be there. */
final class SecurityTest {

    /** Tests run in their module's folder. */
    private static final Path ROOT = Path.of("..");

    private static final Pattern SHELL = Pattern.compile(
            "\"(/usr)?(/bin/)?(ba|da|z|k|a)?sh\"|\"cmd(\\.exe)?\"|\"(eval|xargs)\"|Runtime\\.getRuntime\\(\\)\\.exec");

    private static final Pattern EVERYWHERE = Pattern.compile("0\\.0\\.0\\.0|\\[::\\]:|INADDR_ANY");

    private static final Pattern PINNED_BY_A_HASH =
            Pattern.compile("kind = \"(pip|maven)\"|\\[install\\.(pip-source|pip-wheel|cargo-source)\\]");

    private static List<Path> shipped(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("toolchains", "workloads", "polybench", "benchmarks", "reports")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                        .filter(file -> !file.toString().contains("/target/"))
                        .filter(file -> !file.toString().contains("/src/test/"))
                        .forEach(found::add);
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<String> lines(List<Path> files, Pattern pattern) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).stream()
                    .filter(line -> pattern.matcher(line).find())
                    .forEach(line -> lines.add("%s: %s".formatted(file, line.strip())));
        }
        return lines;
    }

    @Test
    void noCommandGoesThroughAShell() throws IOException {
        assertThat(lines(shipped(".java", ".toml"), SHELL)).isEmpty();
    }

    @Test
    void nothingListensToTheWorld() throws IOException {
        assertThat(lines(shipped(".java", ".toml", ".c", ".rs", ".go"), EVERYWHERE))
                .isEmpty();
    }

    @Test
    void everyInstallByAPackageClientIsPinnedByHash() throws IOException {
        for (Path file : shipped(".toml")) {
            String text = Files.readString(file);
            long packages = PINNED_BY_A_HASH.matcher(text).results().count();
            long hashes = Pattern.compile("\\bsha256 = \\[\"[0-9a-f]{64}\"")
                    .matcher(text)
                    .results()
                    .count();
            assertThat(hashes).as("hashes in " + file).isGreaterThanOrEqualTo(packages);
        }
    }

    /** Lock files hold the hashes of what cargo and go fetch; a workspace has one for all its members. */
    @Test
    void whateverCargoAndGoFetchIsInALockFile() throws IOException {
        for (Path manifest : shipped("Cargo.toml", "go.mod")) {
            boolean rust = manifest.endsWith("Cargo.toml");
            Pattern foreign =
                    Pattern.compile(rust ? "^[\\w-]+ = .*\"=?\\d" : "^(require )?\\s*(?!tarebench)\\S+\\.\\S+ v\\d");
            // The shared sources are a part of each guest, and are locked with it.
            if (!manifest.toString().contains("/shared/")
                    && !lines(List.of(manifest), foreign).isEmpty()) {
                String lock = rust ? "Cargo.lock" : "go.sum";
                assertThat(Stream.of(manifest.resolveSibling(lock), manifest.resolveSibling("../" + lock)))
                        .as("lock file of " + manifest)
                        .anyMatch(Files::isRegularFile);
            }
        }
    }

    @Test
    void temporaryFoldersAreMadeByJavaWithItsPrivateModeOnly() throws IOException {
        assertThat(lines(shipped(".java"), Pattern.compile("java\\.io\\.tmpdir|\"/tmp|\"/var/tmp")))
                .isEmpty();
    }
}
