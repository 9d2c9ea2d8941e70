package dev.tarebench.toolchains.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java development kit on this machine: an engine that is a Java library may need a newer one than Tare runs on. */
public record Jdk(Path home, int feature) {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    /** The kit that Tare runs on if it is new enough, else the oldest other one that is. */
    static Optional<Jdk> atLeast(int feature, Workshop workshop) {
        List<Path> homes = new ArrayList<>(List.of(workshop.javaHome()));
        Optional.ofNullable(workshop.environment().get("TARE_JDK"))
                .map(Path::of)
                .ifPresent(homes::add);
        Optional.ofNullable(workshop.environment().get("JAVA_HOME"))
                .map(Path::of)
                .ifPresent(homes::add);
        Optional<Jdk> own = homes.stream()
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature() >= feature)
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        Comparator<Jdk> oldestFirst = Comparator.comparingInt(Jdk::feature);
        return installed()
                .filter(jdk -> jdk.feature() >= feature)
                .min(oldestFirst.thenComparing(jdk -> jdk.home().toString()));
    }

    private static Stream<Jdk> installed() {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.toList().stream().flatMap(home -> at(home).stream());
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Jdk> at(Path home) {
        try {
            if (!Files.isExecutable(home.resolve("bin").resolve("javac"))) {
                return Optional.empty();
            }
            return feature(Files.readString(home.resolve("release"), StandardCharsets.UTF_8))
                    .map(feature -> new Jdk(home, feature));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The feature release in the text of a kit's {@code release} file. */
    static Optional<Integer> feature(String release) {
        Matcher matcher = VERSION.matcher(release);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
