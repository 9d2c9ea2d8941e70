package dev.tarebench.reports.page;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes numbers with five significant digits: more cannot be seen, and raw samples are most of the page. */
final class Numbers {
    private static final int DIGITS = 5;

    private Numbers() {}

    static void write(JsonGenerator json, String field, double value) throws IOException {
        json.writeFieldName(field);
        write(json, value);
    }

    static void write(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        double rounded = round(value);
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
            json.writeNumber((long) rounded);
        } else {
            json.writeNumber(rounded);
        }
    }

    static double round(double value) {
        if (value == 0) {
            return 0;
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (places <= 0) {
            double unit = Math.pow(10, -places);
            return Math.rint(value / unit) * unit;
        }
        double unit = Math.pow(10, places);
        return Math.rint(value * unit) / unit;
    }
}
