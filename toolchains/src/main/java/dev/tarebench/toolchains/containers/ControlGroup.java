package dev.tarebench.toolchains.containers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One group of ours above one container; what it counted can be read until it is closed. */
public interface ControlGroup extends AutoCloseable {

    /** The group's path as fronts are told it. */
    String path();

    /** The folders by which a process that is in no container is put into the group, one for each hierarchy. */
    List<Path> folders() throws IOException;

    /** Keeps everything in the group on these processors, a list as the kernel writes it. */
    void pin(String cpus) throws IOException;

    /** The most memory that was charged at one time, page cache included; absent where the kernel does not keep it. */
    OptionalLong peakBytes() throws IOException;

    /** The memory that is charged now, page cache included. */
    OptionalLong currentBytes() throws IOException;

    /** The processes in the group and below it. */
    List<Long> processes() throws IOException;

    /** User and system time of everything that ever ran in the group. */
    Optional<Duration> cpuTime() throws IOException;

    /** Removes the group and what a runtime left below it. */
    @Override
    void close() throws IOException;
}
