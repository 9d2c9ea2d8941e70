package dev.tarebench.benchmarks.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A bound as people write it, {@code 5%}, as the part that it is, 0.05. */
record Percentage(double part) {

    static final class Converter implements ITypeConverter<Percentage> {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*%");

        @Override
        public Percentage convert(String value) {
            Matcher matcher = TEXT.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'%s' is not a percentage such as 5%%".formatted(value));
            }
            return new Percentage(Double.parseDouble(matcher.group(1)) / 100);
        }
    }
}
