package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of our images: their tag tells whose they are, so that nobody removes what a living run uses. */
final class ImageName {

    /** Never a registry's: an engine that lost the image must fail and not ask the world for it. */
    private static final String LOCAL = "localhost/";

    private static final String OURS = "tare/";

    /** A local image of ours, or one that came from a registry of ours. */
    private static final Pattern FORM = Pattern.compile("(?:localhost|127\\.0\\.0\\.1:\\d+)/tare/[^:]+:(tare-[-0-9]+)");

    private ImageName() {}

    static String of(String name, ProcessIdentity owner) {
        return LOCAL + repository(name) + ":" + tag(owner);
    }

    /** @param name words of cells' ids, in which a variant's mark is no letter of image names */
    static String repository(String name) {
        return OURS + name.replace('~', '.');
    }

    static String tag(ProcessIdentity owner) {
        return new ContainerId(owner, 0).toString();
    }

    /** Who made the image of this name; a name of another form is not one of ours. */
    static Optional<ProcessIdentity> owner(String reference) {
        Matcher matcher = FORM.matcher(reference);
        return matcher.matches() ? ContainerId.parse(matcher.group(1)).map(ContainerId::owner) : Optional.empty();
    }
}
