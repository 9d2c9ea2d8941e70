package dev.tarebench.toolchains.command;

import java.util.List;
import java.util.stream.Collectors;

/** A tool that did not do its work, with all that a reader needs to repeat it by hand. */
public final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LINES_SHOWN = 20;

    CommandFailed(String what, Command command, String output) {
        super(message(what, command, output));
    }

    CommandFailed(String what, Command command, String output, Throwable cause) {
        super(message(what, command, output), cause);
    }

    private static String message(String what, Command command, String output) {
        StringBuilder message = new StringBuilder("%s %s%n".formatted(command.program(), what));
        message.append("  command:   %s%n".formatted(command.line()));
        message.append("  directory: %s".formatted(command.workingDirectory()));
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
        if (!last.isEmpty()) {
            message.append("%n  output, last lines:%n".formatted());
            message.append(
                    last.stream().map(line -> "    " + line).collect(Collectors.joining(System.lineSeparator())));
        }
        command.hint().ifPresent(hint -> message.append("%n  try:       %s".formatted(hint)));
        return message.toString();
    }
}
