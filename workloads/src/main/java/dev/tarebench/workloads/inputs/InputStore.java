package dev.tarebench.workloads.inputs;

import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes each input once and keeps it; executions get copies. */
public final class InputStore {

    private static final String CONTENT = "content";

    private final Cache cache;

    public InputStore(Cache cache) {
        this.cache = cache;
    }

    /** The input's file or folder. */
    public Path obtain(InputSource source) {
        Digest digest = new Digest();
        source.identity().forEach(digest::text);
        return cache.obtain("inputs", digest.hex().substring(0, 32), folder -> {
                    Path place = folder.resolve(CONTENT);
                    source.writeTo(place, this);
                    return Tree.files(place);
                })
                .file(CONTENT);
    }

    /** The archive of a package as its registry serves it; nothing is installed. */
    Path archive(PackageClient client, String name, String version) {
        String key = "%s-%s-%s".formatted(client.word(), name.replaceAll("[^A-Za-z0-9.]+", "-"), version);
        return cache.obtain("packages", key, folder -> {
                    cache.progress().report("fetching %s %s for the inputs".formatted(name, version));
                    Path archive = folder.resolve(CONTENT);
                    Files.move(client.fetch(name, version, folder), archive);
                    return List.of(archive);
                })
                .file(CONTENT);
    }
}
