package dev.tarebench.toolchains.bases;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One base, as its file describes it.
 *
 * @param publicImage the image that everyone means by the name
 * @param interpreter the language whose programs it is for, and for no other
 * @param fat how images are made on it that keep their compiler, by language; empty where none are made
 */
public record Base(
        String id,
        String name,
        Libc libc,
        Optional<String> publicImage,
        BaseRecipe equivalent,
        Optional<String> interpreter,
        Map<String, FatRecipe> fat) {

    public Base {
        fat = Map.copyOf(fat);
    }

    /** The environment variable that names another image to build on. */
    public String variable() {
        return "TARE_BASE_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
