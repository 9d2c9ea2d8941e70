package dev.tarebench.toolchains.bases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an equivalent of a public image is made where no registry can be reached. */
public sealed interface BaseRecipe {

    /** No layer at all. */
    record Empty() implements BaseRecipe {}

    /**
     * A minimal system with its package manager. For another processor than this one's it is unpacked, not set up.
     *
     * @param packages what it has beside that, with what these need; one of another suite is {@code name/suite}
     */
    record WholeSystem(String suite, List<String> packages) implements BaseRecipe {

        public WholeSystem {
            packages = List.copyOf(packages);
        }
    }

    /**
     * The files of these packages and of no other, not even of those they depend on.
     *
     * @param leaveOut the beginnings of paths that are left out
     * @param links what a package's set-up, which never runs, would have linked
     */
    record Packages(String suite, List<String> packages, List<String> leaveOut, Map<String, String> links)
            implements BaseRecipe {

        public Packages {
            packages = List.copyOf(packages);
            leaveOut = List.copyOf(leaveOut);
            links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        }
    }
}
