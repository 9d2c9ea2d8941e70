package dev.tarebench.workloads.inputs;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A photograph out of a wheel, decoded, so that a guest spends its time on its own work. */
public record Picture(String name, String version, String file, String sha256) implements InputSource {

    @Override
    public List<String> identity() {
        return List.of("picture", name, version, file, sha256);
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        Path encoded = place.resolveSibling(place.getFileName() + ".encoded");
        new PackageFile(PackageClient.PIP, name, version, file, sha256).extractTo(encoded, store);
        BufferedImage image = Optional.ofNullable(ImageIO.read(encoded.toFile()))
                .orElseThrow(() -> new IOException("%s of %s %s is no picture".formatted(file, name, version)));
        Ppm.of(image).write(place);
        Files.delete(encoded);
        ExpectedContent.require(place, sha256, "the picture %s of %s %s".formatted(file, name, version));
    }
}
