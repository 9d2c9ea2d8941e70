package dev.tarebench.benchmarks.command;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 90s}, {@code 10m}, {@code 2h}; and as they read them. */
final class DurationText implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String value) {
        Matcher matcher = TEXT.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException("'%s' is not a duration such as 500ms, 90s, 10m or 2h".formatted(value));
        }
        long count = Long.parseLong(matcher.group(1));
        Duration duration =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                };
        if (duration.isZero()) {
            throw new TypeConversionException("'%s' must be longer than nothing".formatted(value));
        }
        return duration;
    }

    static String about(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "under 1 s";
        }
        return seconds < 120
                ? "about %d s".formatted(seconds)
                : String.format(Locale.ROOT, "about %d min %02d s", seconds / 60, seconds % 60);
    }
}
