package dev.tarebench.toolchains.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One way to bring one pinned tool into a folder of its own; the user's system is never changed. */
public sealed interface Install
        permits BuildInstall, CargoPathInstall, GoInstall, MavenInstall, PathInstall, PipInstall {

    /** The program to look for on the PATH, where the tool is one. */
    Optional<String> program();

    /** What is brought, with its version, as its own client would name it. */
    String what();

    Cost cost();

    /** Why it cannot come by itself here, and what to do; empty when it can. */
    Optional<Obstacle> obstacle(Workshop workshop);

    /** Whatever makes one installed folder differ from another: it names the folder. */
    List<String> identity(Workshop workshop);

    /** Fills the folder and returns the files that vouch for it. */
    List<Path> into(Path folder, Workshop workshop) throws IOException;

    /** The arguments that start the tool, once the folder is filled: its program, or a loader and its program. */
    default List<String> start(Path folder, Workshop workshop) {
        return List.of(mainFile(folder).toString());
    }

    /** The file whose hash tells one build of the tool from another. */
    Path mainFile(Path folder);
}
