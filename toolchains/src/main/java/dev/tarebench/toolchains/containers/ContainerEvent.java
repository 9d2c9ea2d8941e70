package dev.tarebench.toolchains.containers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of one container, as containerd tells it: {@code 2026-11-27 06:41:00.1234 +0000 UTC tare /tasks/start {...}}.
 *
 * @param time by the real-time clock of the daemon, which is this machine's
 */
public record ContainerEvent(Instant time, String topic, String container) {

    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?) ([+-]\\d{4}) \\S+ \\S+ (/\\S+) (\\{.*)");

    /** Of a container itself it is the only name, of its task the name beside the task's own. */
    private static final Pattern CONTAINER = Pattern.compile("\"container_id\":\"([^\"]*)\"");

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx");

    /** A line that tells of no container is nothing; there are many kinds. */
    public static Optional<ContainerEvent> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String about = matcher.group(5);
        return name(about)
                .flatMap(container -> time(matcher.group(1), matcher.group(2), matcher.group(3))
                        .map(time -> new ContainerEvent(time, matcher.group(4), container)));
    }

    private static Optional<String> name(String about) {
        return first(CONTAINER, about).or(() -> first(ID, about));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Instant> time(String day, String clock, String offset) {
        try {
            String zone = ZoneOffset.from(OFFSET.parse(offset)).getId();
            return Optional.of(OffsetDateTime.parse(day + "T" + clock + zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
