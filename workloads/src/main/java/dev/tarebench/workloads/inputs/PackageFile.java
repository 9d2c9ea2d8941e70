package dev.tarebench.workloads.inputs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One file out of a package, as it is.
 *
 * @param file its path inside the wheel, or inside the npm archive below its first folder
 */
public record PackageFile(PackageClient client, String name, String version, String file, String sha256)
        implements InputSource {

    @Override
    public List<String> identity() {
        return List.of(client.word() + "-file", name, version, file, sha256);
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        extractTo(place, store);
        ExpectedContent.require(place, sha256, "%s of %s %s".formatted(file, name, version));
    }

    void extractTo(Path place, InputStore store) throws IOException {
        client.extract(store.archive(client, name, version), file, place);
    }
}
