package dev.tarebench.toolchains.compilers;

import dev.tarebench.toolchains.template.ArgumentTemplate;
import java.util.Map;
import java.util.Optional;

/**
 * How a compiler makes a program of one language for one place to run.
 *
 * @param environment values are templates like the command's arguments
 * @param product where the compiler leaves the program, when it cannot be told to write {@code {output}}
 */
public record Build(ArgumentTemplate command, Map<String, String> environment, Optional<ArgumentTemplate> product) {

    public Build {
        environment = Map.copyOf(environment);
    }
}
