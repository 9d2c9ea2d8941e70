package dev.tarebench.toolchains.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One of our own jars, kept open for as long as the JVM lives: opening and listing it for each of a hundred small files
 * took a third of a second of every start.
 */
record OpenJar(ZipFile zip, List<String> files) {

    private static final Map<Path, OpenJar> OPEN = new ConcurrentHashMap<>();

    static OpenJar at(Path jar) throws IOException {
        OpenJar open = OPEN.get(jar);
        if (open == null) {
            ZipFile zip = new ZipFile(jar.toFile());
            open = new OpenJar(zip, resources(zip));
            OPEN.putIfAbsent(jar, open);
        }
        return open;
    }

    private static List<String> resources(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> !name.endsWith(".class"))
                .toList();
    }
}
