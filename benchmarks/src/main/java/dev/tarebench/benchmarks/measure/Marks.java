package dev.tarebench.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks that a guest wrote to standard error; a pure function of that text. */
record Marks(OptionalLong beginNs, OptionalLong endNs, OptionalLong kernelNs, List<Long> repetitionsNs) {

    private static final Pattern MARK =
            Pattern.compile("^@tare (begin|end|kernel|repetition \\d+) (\\d{1,19})\\r?$", Pattern.MULTILINE);

    static boolean isMark(String line) {
        return MARK.matcher(line).matches();
    }

    static Marks parse(String standardError) {
        OptionalLong begin = OptionalLong.empty();
        OptionalLong end = OptionalLong.empty();
        OptionalLong kernel = OptionalLong.empty();
        List<Long> repetitions = new ArrayList<>();
        Matcher mark = MARK.matcher(standardError);
        while (mark.find()) {
            long value = Long.parseLong(mark.group(2));
            switch (mark.group(1)) {
                case "begin" -> begin = OptionalLong.of(value);
                case "end" -> end = OptionalLong.of(value);
                case "kernel" -> kernel = OptionalLong.of(value);
                default -> repetitions.add(value);
            }
        }
        return new Marks(begin, end, kernel, List.copyOf(repetitions));
    }
}
