package dev.tarebench.toolchains.install;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Something that a package client unpacks into a folder before the steps of a build work on it. */
public sealed interface BuildPackage permits CargoSource, DebianSource, DebianTree, PipSource, PipWheel {

    String what();

    List<String> identity();

    /** The programs that must be on the PATH to bring it. */
    List<String> clients();

    void into(Path folder, Workshop workshop, Duration timeout) throws IOException;
}
