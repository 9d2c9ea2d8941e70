package dev.tarebench.toolchains.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that other tools are made with, such as the C compiler; they are made with nothing but package clients. */
public interface OtherTools {

    /** The C compiler, which a template may name as a placeholder. */
    String ZIG = "zig";

    /** The Go command, which builds our Go hosts. */
    String GO = "go";

    /**
     * One of them, ready for use.
     *
     * @param environment what it must be started with
     */
    record Borrowed(Path program, Map<String, String> environment) {

        public Borrowed {
            environment = Map.copyOf(environment);
        }
    }

    /** Why it cannot be had here; empty when it is here or comes by itself. */
    Optional<Obstacle> obstacle(String id);

    /** What decides which of its versions it is, without bringing it. */
    List<String> identity(String id);

    /** The tool if it is here already; nothing is installed. */
    Optional<Borrowed> present(String id);

    /** The tool, brought now if it is not here. */
    Borrowed obtain(String id);

    /** For those tools themselves. */
    static OtherTools none() {
        return new NoOtherTools();
    }
}
