package dev.tarebench.toolchains.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Tells within microseconds whether a file is still the one that was looked at before.
 *
 * @param identity its size, time and inode: whoever replaces a file by accident changes one of them
 * @param changed when anything of it last changed, which nobody can set back as they can set its time
 */
public record FileState(String identity, String changed) {

    public static FileState of(Path file) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
        return new FileState(
                "%s %s %s".formatted(attributes.get("size"), attributes.get("lastModifiedTime"), attributes.get("ino")),
                String.valueOf(attributes.get("ctime")));
    }

    @Override
    public String toString() {
        return identity + " " + changed;
    }
}
