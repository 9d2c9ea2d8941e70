package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An engine that is a Java library: its jars by Maven, and our own host compiled against them.
 *
 * @param java the oldest Java that runs it
 * @param jars folder of the installation to {@code group:artifact:version}; what they need comes with them. The host is
 *     compiled against those in {@code lib}
 * @param sources our host's sources, relative to the folder of hosts
 * @param pin of the list of all jars with their hashes, those that come with the named ones included
 */
record MavenInstall(int java, Map<String, List<String>> jars, List<String> sources, Pin pin, Terms terms)
        implements Install {

    private static final String LIBRARIES = "lib";

    public MavenInstall {
        jars = Collections.unmodifiableMap(new TreeMap<>(jars));
        sources = List.copyOf(sources);
    }

    static MavenInstall read(Table table) {
        Map<String, List<String>> jars = table.groups("jars", LIBRARIES);
        jars.values().stream()
                .flatMap(List::stream)
                .filter(jar -> !jar.matches("[^:\\s]+:[^:\\s]+:[^:\\s]+"))
                .forEach(jar -> table.problem("jars", "'%s' is not group:artifact:version".formatted(jar)));
        return new MavenInstall(
                (int) table.integer("java"), jars, table.strings("sources"), Pin.read(table), Terms.read(table));
    }

    @Override
    public Cost cost() {
        return terms.cost();
    }

    @Override
    public Optional<String> program() {
        return Optional.empty();
    }

    @Override
    public String what() {
        return jars.values().stream().flatMap(List::stream).collect(Collectors.joining(", ", "Maven artifacts ", ""));
    }

    @Override
    public Optional<Obstacle> obstacle(Workshop workshop) {
        Optional<Obstacle> noKit = Jdk.atLeast(java, workshop).isPresent()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "no JDK %d or newer was found".formatted(java),
                        terms.remedy()
                                .orElse("install a JDK %d or newer, and name its folder by TARE_JDK".formatted(java))));
        return noKit.or(() -> terms.obstacle(List.of("mvn"), workshop));
    }

    @Override
    public List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(List.of("maven", Integer.toString(java)));
        jars.forEach((group, artifacts) -> {
            identity.add(group);
            identity.addAll(artifacts);
        });
        sources.forEach(source -> identity.add(new String(workshop.hosts().read(source), StandardCharsets.UTF_8)));
        return identity;
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        for (Map.Entry<String, List<String>> group : jars.entrySet()) {
            fetch(group.getValue(), folder, folder.resolve(group.getKey()), workshop);
        }
        verify(folder);
        compile(folder, workshop);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".jar") || file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private void verify(Path folder) throws IOException {
        Digest digest = new Digest();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                digest.text(folder.relativize(jar).toString()).text(Digest.ofFile(jar));
            }
        }
        pin.verify("the list of %s".formatted(what()), digest.hex());
    }

    private void fetch(List<String> artifacts, Path folder, Path into, Workshop workshop) throws IOException {
        Path project = folder.resolve("pom.xml");
        Files.writeString(project, projectText(artifacts), StandardCharsets.UTF_8);
        Command.of(
                        "mvn",
                        "--batch-mode",
                        "--quiet",
                        "--file",
                        project.toString(),
                        "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy-dependencies",
                        "-DincludeScope=runtime",
                        "-DoutputDirectory=" + into)
                .inDirectory(folder)
                .withEnvironment(Making.environment(folder))
                .withEnvironment("JAVA_HOME", workshop.javaHome().toString())
                .withTimeout(terms.timeout())
                .withHint("check that Maven is on the PATH and that its repository can be reached")
                .runChecked();
    }

    private static String projectText(List<String> artifacts) {
        String dependencies = artifacts.stream()
                .map(jar -> jar.split(":", -1))
                .map(part ->
                        "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                                .formatted(part[0], part[1], part[2]))
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion><groupId>dev.tarebench</groupId><artifactId>host</artifactId>"
                + "<version>1</version><dependencies>%s</dependencies></project>".formatted(dependencies);
    }

    private void compile(Path folder, Workshop workshop) throws IOException {
        Path copies = folder.resolve("sources");
        List<String> command = new ArrayList<>(List.of(
                jdk(workshop).program("javac"),
                "--release",
                Integer.toString(java),
                "-cp",
                folder.resolve(LIBRARIES) + "/*",
                "-d",
                folder.resolve("classes").toString()));
        for (String source : sources) {
            Path copy = copies.resolve(source);
            Files.createDirectories(copy.toAbsolutePath().getParent());
            Files.write(copy, workshop.hosts().read(source));
            command.add(copy.toString());
        }
        Command.of(command)
                .inDirectory(folder)
                .withEnvironment(Making.environment(folder))
                .withHint("the engine's host must compile against its jars; see the last lines")
                .runChecked();
    }

    private Jdk jdk(Workshop workshop) {
        return Jdk.atLeast(java, workshop)
                .orElseThrow(() -> new IllegalStateException("no JDK %d was found any more".formatted(java)));
    }

    @Override
    public List<String> start(Path folder, Workshop workshop) {
        return List.of(jdk(workshop).program("java"));
    }

    @Override
    public Path mainFile(Path folder) {
        return new Entry(folder).manifest();
    }
}
