package dev.tarebench.toolchains.containers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container of ours. It tells whose it is, so that a later run removes what a killed one left and keeps
 * its hands off what a living one uses.
 *
 * @param owner the process that started it
 * @param number counts the owner's containers
 */
public record ContainerId(ProcessIdentity owner, long number) {

    private static final Pattern FORM = Pattern.compile("tare-(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

    /** Reads a name; a name of another form is not one of ours. */
    public static Optional<ContainerId> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ProcessIdentity owner = new ProcessIdentity(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return Optional.of(new ContainerId(owner, Long.parseLong(matcher.group(3))));
    }

    @Override
    public String toString() {
        return "tare-%d-%d-%d".formatted(owner.pid(), owner.startedMillis(), number);
    }
}
