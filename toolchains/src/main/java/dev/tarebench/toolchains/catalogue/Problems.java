package dev.tarebench.toolchains.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Collects every mistake of a catalogue, because finding them one run at a time is what makes set-up files hated. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String file, String key, String message) {
        found.add(new Problem(file, key, message));
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** Throws when anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new BrokenCatalogue(found());
        }
    }
}
