package dev.tarebench.benchmarks.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a face detector printed: a line for each photograph, and below it a line for each face. */
record FoundFaces(Map<String, List<Box>> byPhotograph) {

    /** In the montage the second photograph begins where the first one ends. */
    static final int ASTRONAUT_WIDTH = 512;

    private static final Pattern PHOTOGRAPH = Pattern.compile("(\\S+): (\\d+)");
    private static final Pattern BOX = Pattern.compile("  (-?\\d+) (-?\\d+), (\\d+) x (\\d+), score (\\S+)");

    record Box(int left, int top, int width, int height) {

        /** The face of the photograph is 96 pixels wide and high, at 176 from the left and 67 from the top. */
        boolean isTheAstronaut() {
            return Math.abs(left + width / 2 - 224) <= 24 && Math.abs(top + height / 2 - 115) <= 24;
        }
    }

    static FoundFaces parse(String output) {
        Map<String, List<Box>> faces = new LinkedHashMap<>();
        List<Box> current = new ArrayList<>();
        for (String line : output.lines().toList()) {
            Matcher photograph = PHOTOGRAPH.matcher(line);
            Matcher box = BOX.matcher(line);
            if (photograph.matches()) {
                current = new ArrayList<>();
                faces.put(photograph.group(1), current);
            } else if (box.matches()) {
                current.add(new Box(number(box, 1), number(box, 2), number(box, 3), number(box, 4)));
            } else {
                throw new IllegalArgumentException("neither a photograph nor a face: " + line);
            }
        }
        return new FoundFaces(faces);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    List<Box> in(String photograph) {
        return Optional.ofNullable(byPhotograph.get(photograph)).orElseThrow();
    }
}
