package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine that is a Go library: our own host, a module with its {@code go.sum}, built by the go command.
 *
 * @param host the module's folder among the hosts
 * @param file what the program is called
 */
public record GoInstall(String host, String file, Terms terms) implements Install {

    static GoInstall read(Table table) {
        return new GoInstall(table.string("host"), table.string("file"), Terms.read(table));
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
        return "our Go host " + host;
    }

    @Override
    public Cost cost() {
        return terms.cost();
    }

    @Override
    public Optional<Obstacle> obstacle(Workshop workshop) {
        return sources()
                .obstacle(workshop)
                .or(() -> terms.obstacle(List.of(), workshop))
                .or(() -> workshop.otherTools().obstacle(OtherTools.GO));
    }

    @Override
    public List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(List.of("go", file));
        identity.addAll(sources().identity(workshop));
        identity.addAll(workshop.otherTools().identity(OtherTools.GO));
        return identity;
    }

    /** What {@code go.sum} names is fetched once; from then on the build needs no network. */
    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        Path copies = folder.resolve("sources");
        sources().copyTo(copies, workshop);
        String go = workshop.otherTools().obtain(OtherTools.GO).program().toString();
        Path client = workshop.client("go");
        Path program = mainFile(folder);
        Command.of(go, "build", "-trimpath", "-buildvcs=false", "-o", program.toString(), ".")
                .inDirectory(copies.resolve(host))
                .withEnvironment(Making.environment(folder))
                .withEnvironment(Map.of(
                        "GOPATH", client.toString(),
                        "GOCACHE", client.resolve("build").toString(),
                        // Else the module cache is read-only and nobody can remove it.
                        "GOFLAGS", "-modcacherw",
                        "GOTOOLCHAIN", "local",
                        "GOWORK", "off",
                        "CGO_ENABLED", "0"))
                .withTimeout(terms.timeout())
                .withHint("the host's go.mod says which Go it needs; check that the module proxy can be reached")
                .runChecked();
        Tree.delete(copies);
        return List.of(program);
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve(file);
    }
}
