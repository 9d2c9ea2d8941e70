package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.ResourceFolder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one small source per language by which every guest marks its phases and repeats itself. */
public final class SharedSources {

    private SharedSources() {}

    /** The files of the language's shared source, as they lie in the working folder of a build. */
    public static Map<String, byte[]> of(String language) {
        ResourceFolder folder = ResourceFolder.beside(SharedSources.class, "tare/workloads/shared/" + language);
        Map<String, byte[]> files = new LinkedHashMap<>();
        folder.list().forEach(name -> files.put(name, folder.read(name)));
        return files;
    }
}
