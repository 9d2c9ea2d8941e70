package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.images.LayerWriter;
import dev.tarebench.toolchains.images.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gets packages and whole systems of Debian, for any of its processors, without touching the system that it runs on. */
final class DebianPackages {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String HINT =
            "install mmdebstrap, and see that Debian's mirrors can be reached; an index that changes meanwhile is right an hour later";

    /**
     * The suite as it was released, without what was mended since: so a base changes with Debian's point releases and not
     * from day to day, and a processor whose updates a mirror serves late has the same one as the others.
     */
    static final String AS_RELEASED = "sed --in-place '/ %s /!d' \"$1\"/etc/apt/sources.list";

    /** What mmdebstrap wrote about the suite is said again of another one, so that the mirror stays mmdebstrap's choice. */
    private static final String ALSO =
            "sed --in-place 's/^\\(.*\\) %1$s \\(.*\\)$/&\\n\\1 %2$s \\2/' \"$1\"/etc/apt/sources.list";

    private final Path scratch;

    /** @param scratch an empty folder for what is downloaded, which may be removed afterwards */
    DebianPackages(Path scratch) {
        this.scratch = scratch;
    }

    /** Writes the packages' files and links into the layer, and answers the packages' versions. */
    List<String> unpack(BaseRecipe.Packages recipe, Platform platform, LayerWriter layer) throws IOException {
        List<Path> archives = download(recipe, platform);
        Path unpacked = Files.createDirectories(scratch.resolve("files"));
        List<String> versions = new ArrayList<>();
        for (String name : recipe.packages()) {
            Path archive = find(archives, name);
            versions.add(version(archive));
            Path files = unpacked.resolve(name);
            Command.of("dpkg-deb", "--extract", archive.toString(), files.toString())
                    .withHint(HINT)
                    .runChecked();
            layer.tree(files, path -> recipe.leaveOut().stream().noneMatch(path::startsWith));
        }
        for (Map.Entry<String, String> link : recipe.links().entrySet()) {
            layer.symbolicLink(link.getKey(), link.getValue());
        }
        return versions;
    }

    /** Writes a whole system into the layer, and answers what it is. */
    List<String> system(BaseRecipe.WholeSystem recipe, Platform platform, boolean ofThisMachine, LayerWriter layer)
            throws IOException {
        Path tar = scratch.resolve("system.tar");
        List<String> variant = new ArrayList<>(
                ofThisMachine
                        ? List.of("--variant=minbase")
                        : List.of("--variant=extract", "--include=?essential", "--include=apt"));
        recipe.packages().forEach(name -> variant.add("--include=" + name));
        otherSuites(recipe).forEach(other -> variant.add("--setup-hook=" + ALSO.formatted(recipe.suite(), other)));
        debootstrap(platform, variant, recipe.suite(), tar);
        try (InputStream files = Files.newInputStream(tar)) {
            layer.archive(files);
        }
        Files.delete(tar);
        List<String> contents = new ArrayList<>(List.of(
                "Debian %s, %s".formatted(recipe.suite(), ofThisMachine ? "minimal" : "unpacked and not set up")));
        contents.addAll(recipe.packages());
        return contents;
    }

    private static List<String> otherSuites(BaseRecipe.WholeSystem recipe) {
        return recipe.packages().stream()
                .filter(name -> name.contains("/"))
                .map(name -> name.substring(name.indexOf('/') + 1))
                .distinct()
                .toList();
    }

    private List<Path> download(BaseRecipe.Packages recipe, Platform platform) throws IOException {
        Path root = scratch.resolve("packages");
        List<String> options = List.of(
                "--variant=extract",
                "--skip=cleanup/apt,download/empty",
                "--include=" + String.join(",", recipe.packages()));
        debootstrap(platform, options, recipe.suite(), root);
        try (Stream<Path> archives = Files.list(root.resolve("var/cache/apt/archives"))) {
            return archives.filter(file -> file.toString().endsWith(".deb"))
                    .sorted()
                    .toList();
        }
    }

    private static void debootstrap(Platform platform, List<String> options, String suite, Path target) {
        List<String> command = new ArrayList<>(List.of("mmdebstrap", "--quiet"));
        command.add("--architectures=" + platform.architecture());
        command.add("--setup-hook=" + AS_RELEASED.formatted(suite));
        command.addAll(options);
        command.add(suite);
        command.add(target.toString());
        // With a fixed time the tool leaves out whatever else would differ between two calls.
        Command.of(command)
                .withEnvironment("SOURCE_DATE_EPOCH", "0")
                .withTimeout(PATIENCE)
                .withHint(HINT)
                .runChecked();
    }

    private static Path find(List<Path> archives, String name) throws IOException {
        Optional<Path> found = archives.stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(name + "_"))
                .findFirst();
        return found.orElseThrow(
                () -> new IOException("the package %s was not downloaded; there are %s".formatted(name, archives)));
    }

    private static String version(Path archive) {
        return Command.of("dpkg-deb", "--show", "--showformat=${Package}=${Version}", archive.toString())
                .runChecked()
                .standardOutput()
                .strip();
    }
}
