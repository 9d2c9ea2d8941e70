package dev.tarebench.toolchains.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A folder that travels with the code, whether the code lies in class folders, a module's jar or the shaded one.
 *
 * <p>A class loader cannot list a folder, but the place that a class came from can be: a directory is walked, a jar's
 * entries are read. So a new file in the folder is found without an index that somebody must keep.
 */
public final class ResourceFolder {

    private final Path origin;
    private final String prefix;

    private ResourceFolder(Path origin, String prefix) {
        this.origin = origin;
        this.prefix = prefix;
    }

    /** The folder {@code prefix} beside the classes that {@code anchor} belongs to. */
    public static ResourceFolder beside(Class<?> anchor, String prefix) {
        try {
            URI location =
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            return new ResourceFolder(Path.of(location), prefix);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes' own location is not a path", e);
        }
    }

    /** A plain folder of the user's; one that is not there is empty. */
    public static ResourceFolder at(Path folder) {
        return new ResourceFolder(folder, "");
    }

    private boolean isJar() {
        return Files.isRegularFile(origin);
    }

    public ResourceFolder child(String name) {
        return new ResourceFolder(origin, prefix.isEmpty() ? name : prefix + "/" + name);
    }

    /** Every file below the folder with its path relative to it, sorted. */
    public List<String> list() {
        try {
            List<String> names = isJar() ? listJar() : listDirectory();
            names.sort(Comparator.naturalOrder());
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + this, e);
        }
    }

    private List<String> listDirectory() throws IOException {
        Path folder = origin.resolve(prefix);
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                names.add(folder.relativize(file).toString().replace('\\', '/')));
            }
        }
        return names;
    }

    private List<String> listJar() throws IOException {
        List<String> names = new ArrayList<>();
        String start = prefix.isEmpty() ? "" : prefix + "/";
        OpenJar.at(origin).files().stream()
                .filter(name -> name.startsWith(start))
                .forEach(name -> names.add(name.substring(start.length())));
        return names;
    }

    public byte[] read(String name) {
        try {
            return isJar()
                    ? readJar(prefix.isEmpty() ? name : prefix + "/" + name)
                    : Files.readAllBytes(origin.resolve(prefix).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s of %s".formatted(name, this), e);
        }
    }

    private byte[] readJar(String entryName) throws IOException {
        ZipFile jar = OpenJar.at(origin).zip();
        ZipEntry entry = jar.getEntry(entryName);
        if (entry == null) {
            throw new IOException("there is no entry " + entryName);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** The folder's own files that end in {@code .toml}, as text. */
    public List<CatalogueFile> tomlFiles() {
        return list().stream()
                .filter(name -> name.endsWith(".toml"))
                .map(name -> new CatalogueFile(label(name), new String(read(name), StandardCharsets.UTF_8)))
                .toList();
    }

    /** Writes the whole folder below {@code target}, for tools that want real files. */
    public void copyTo(Path target) throws IOException {
        for (String name : list()) {
            Path file = target.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, read(name));
        }
    }

    private String label(String name) {
        String folder = prefix.startsWith("tare/") ? prefix.substring("tare/".length()) : prefix;
        return folder.isEmpty() ? origin.resolve(name).toString() : folder + "/" + name;
    }

    @Override
    public String toString() {
        return prefix.isEmpty() ? origin.toString() : prefix;
    }
}
