package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.command.Command;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An engine that is a Java library: its jars by Maven, and our own host compiled against them. */
public record MavenInstall(List<String> artifacts, String host, String main, Cost cost) implements Install {

    public MavenInstall {
        artifacts = List.copyOf(artifacts);
    }

    @Override
    public Optional<String> program() {
        return Optional.empty();
    }

    @Override
    public String what() {
        return "Maven artifacts " + String.join(", ", artifacts);
    }

    @Override
    public List<String> identity() {
        return Stream.concat(Stream.of("maven", host, main), artifacts.stream()).toList();
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        fetch(folder, workshop);
        compile(folder, workshop);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".jar") || file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private void fetch(Path folder, Workshop workshop) throws IOException {
        Path project = folder.resolve("pom.xml");
        Files.writeString(project, projectText(), StandardCharsets.UTF_8);
        Command.of(
                        "mvn",
                        "--batch-mode",
                        "--quiet",
                        "--file",
                        project.toString(),
                        "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy-dependencies",
                        "-DoutputDirectory=" + folder.resolve("jars"))
                .inDirectory(folder)
                .withEnvironment("JAVA_HOME", workshop.javaHome().toString())
                .withTimeout(Duration.ofMinutes(20))
                .withHint("check that Maven is on the PATH and that its repository can be reached")
                .runChecked();
    }

    private String projectText() {
        String dependencies = artifacts.stream()
                .map(artifact -> artifact.split(":"))
                .map(part ->
                        "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                                .formatted(part[0], part[1], part[2]))
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion><groupId>dev.tarebench</groupId><artifactId>host</artifactId>"
                + "<version>1</version><packaging>pom</packaging><dependencies>%s</dependencies></project>"
                        .formatted(dependencies);
    }

    private void compile(Path folder, Workshop workshop) throws IOException {
        Path sources = folder.resolve("sources");
        workshop.hosts().child(host).copyTo(sources);
        List<String> command = new ArrayList<>(List.of(
                workshop.jdkProgram("javac"),
                "--release",
                "17",
                "-cp",
                classPath(folder),
                "-d",
                folder.resolve("classes").toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .forEach(file -> command.add(file.toString()));
        }
        Command.of(command)
                .inDirectory(folder)
                .withHint("run Tare on a JDK, not on a JRE: it compiles a host for this engine")
                .runChecked();
    }

    private static String classPath(Path folder) throws IOException {
        List<String> entries = new ArrayList<>(List.of(folder.resolve("classes").toString()));
        try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
            jars.sorted().forEach(jar -> entries.add(jar.toString()));
        }
        return String.join(File.pathSeparator, entries);
    }

    @Override
    public Map<String, String> bindings(Path folder, Workshop workshop) throws IOException {
        return Map.of(
                PROGRAM,
                workshop.jdkProgram("java"),
                "java",
                workshop.jdkProgram("java"),
                "classpath",
                classPath(folder),
                "main",
                main);
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve("classes").resolve(main.replace('.', '/') + ".class");
    }
}
