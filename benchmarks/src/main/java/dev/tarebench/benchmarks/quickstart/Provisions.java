package dev.tarebench.benchmarks.quickstart;

import dev.tarebench.toolchains.cache.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The folder of the cache in which lies what a quick start needs, for one jar and one Java. Without lambdas, see {@link
 * PlainStart}.
 */
record Provisions(Path folder) {

    /**
     * For a program that waits for others more than it computes: the quick compiler alone, which compiles early, leaves
     * the other processor free. One collector's thread has little to do where nearly all dies young in a wide nursery:
     * seven pauses for 330 launches. What the JVM logs it would write between our lines, such as that an
     * archive is of no use to it.
     */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=0.2",
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmn40m",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    private static final String LIBRARY = "replace.so";
    private static final String ARCHIVE = "classes.jsa";
    private static final String DESCRIPTION = "made-for";

    static Provisions of(String stamp) {
        return new Provisions(
                Cache.place(System.getenv()).resolve("quickstart").resolve(Integer.toHexString(stamp.hashCode())));
    }

    Path library() {
        return folder.resolve(LIBRARY);
    }

    Path archive() {
        return folder.resolve(ARCHIVE);
    }

    /** The options with which classes are archived, and with which the archive can be used. */
    List<String> options(String... more) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of(more));
        return options;
    }

    /** Whether all is there and is what was made: a library that is half there would end the JVM. */
    boolean serve(String stamp) {
        try {
            Path description = folder.resolve(DESCRIPTION);
            return Files.exists(description) && Files.readString(description).equals(describe(stamp));
        } catch (IOException unreadable) {
            return false;
        }
    }

    void seal(String stamp) throws IOException {
        Files.writeString(folder.resolve(DESCRIPTION), describe(stamp));
    }

    /** The archive is large, and the JVM itself compares its sums, if it is of the right size. */
    private String describe(String stamp) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(library()));
        return String.join("\n", stamp, Long.toString(sum.getValue()), Long.toString(Files.size(archive())), "");
    }
}
