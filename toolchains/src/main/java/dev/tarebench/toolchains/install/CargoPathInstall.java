package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An engine that is a Rust library: our own host, a crate with its {@code Cargo.lock}, built by cargo.
 *
 * @param host the crate's folder among the hosts
 * @param file where the program is put; its last part is what the crate calls it
 */
public record CargoPathInstall(String host, String file, Terms terms) implements Install {

    static CargoPathInstall read(Table table) {
        return new CargoPathInstall(table.string("host"), table.string("file"), Terms.read(table));
    }

    private HostSources sources() {
        return new HostSources(List.of(host));
    }

    @Override
    public Optional<String> program() {
        return Optional.empty();
    }

    @Override
    public String what() {
        return "our Rust host " + host;
    }

    @Override
    public Cost cost() {
        return terms.cost();
    }

    @Override
    public Optional<Obstacle> obstacle(Workshop workshop) {
        return sources().obstacle(workshop).or(() -> terms.obstacle(List.of("cargo"), workshop));
    }

    @Override
    public List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(List.of("cargo-path", file));
        identity.addAll(sources().identity(workshop));
        return identity;
    }

    /** What cargo has compiled outlives an interruption, so that minutes of work are not done twice. */
    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        Path copies = folder.resolve("sources");
        sources().copyTo(copies, workshop);
        Path target = workshop.client("cargo-target").resolve(host);
        Cargo.command(workshop, List.of("build", "--release", "--locked", "--target-dir", target.toString()))
                .inDirectory(copies.resolve(host))
                .withEnvironment(Making.environment(folder))
                .withTimeout(terms.timeout())
                .runChecked();
        Path program = mainFile(folder);
        Files.createDirectories(program.toAbsolutePath().getParent());
        Files.copy(target.resolve("release").resolve(program.getFileName()), program);
        Tree.delete(copies);
        Tree.delete(target);
        return List.of(program);
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve(file);
    }
}
