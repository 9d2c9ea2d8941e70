package dev.tarebench.toolchains.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of one template argument: text that stays, or a placeholder with its body. */
sealed interface Piece {

    /** A placeholder's beginning; braces that do not begin like one (JSON, say) are text. */
    Pattern OPENING = Pattern.compile("\\{([a-z][a-z0-9-]*)([:}])");

    String text();

    record Literal(String text) implements Piece {}

    record Placeholder(String name, List<Piece> body, String text) implements Piece {}

    static List<Piece> parse(String argument) {
        List<Piece> pieces = new ArrayList<>();
        Matcher opening = OPENING.matcher(argument);
        int done = 0;
        while (opening.find(done)) {
            if (opening.start() > done) {
                pieces.add(new Literal(argument.substring(done, opening.start())));
            }
            boolean hasBody = ":".equals(opening.group(2));
            int end = hasBody ? closing(argument, opening.end()) : opening.end() - 1;
            String body = hasBody ? argument.substring(opening.end(), end) : "";
            pieces.add(new Placeholder(
                    opening.group(1), hasBody ? parse(body) : List.of(), argument.substring(opening.start(), end + 1)));
            done = end + 1;
        }
        if (done < argument.length()) {
            pieces.add(new Literal(argument.substring(done)));
        }
        return pieces;
    }

    private static int closing(String argument, int from) {
        int depth = 1;
        for (int i = from; i < argument.length(); i++) {
            depth += argument.charAt(i) == '{' ? 1 : argument.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the placeholder in '%s' is not closed".formatted(argument));
    }
}
