package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.catalogue.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of our own hosts that a tool is built from; what is not named here, its build does not see. */
record HostSources(List<String> folders) {

    HostSources {
        folders = List.copyOf(folders);
    }

    /** Reads {@code host}, the one that is built, and {@code also}, those whose sources it shares. */
    static HostSources read(Table table) {
        return new HostSources(
                Stream.concat(table.optionalString("host").stream(), table.optionalStrings("also").stream())
                        .toList());
    }

    private List<String> files(Workshop workshop) {
        return workshop.hosts().list().stream()
                .filter(name -> folders.stream().anyMatch(folder -> name.startsWith(folder + "/")))
                .toList();
    }

    /** Names and contents: a host that was changed is another tool. */
    List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(folders);
        for (String name : files(workshop)) {
            identity.add(name);
            identity.add(new String(workshop.hosts().read(name), StandardCharsets.UTF_8));
        }
        return identity;
    }

    /** Lays them out below the folder, each under its own name. */
    void copyTo(Path target, Workshop workshop) throws IOException {
        for (String name : files(workshop)) {
            Path file = target.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, workshop.hosts().read(name));
        }
    }

    /** A misspelt name would otherwise be found by a compiler, much later. */
    Optional<Obstacle> obstacle(Workshop workshop) {
        List<String> all = workshop.hosts().list();
        return folders.stream()
                .filter(folder -> all.stream().noneMatch(name -> name.startsWith(folder + "/")))
                .findFirst()
                .map(folder -> new Obstacle(
                        "there is no host '%s'".formatted(folder), "name a folder of toolchains/hosts in its file"));
    }
}
