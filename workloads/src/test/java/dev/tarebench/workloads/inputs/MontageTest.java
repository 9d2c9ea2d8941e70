package dev.tarebench.workloads.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MontageTest {

    private static final InputSource TALL = new LiteralText("P6\n1 2\n255\nabcdef");
    private static final InputSource WIDE = new LiteralText("P6\n2 1\n255\nuvwxyz");
    private static final String BOTH = "P6\n3 2\n255\nabcuvwxyzdef\0\0\0\0\0\0";

    @TempDir
    Path home;

    private InputStore store;

    @BeforeEach
    void open() {
        store = new InputStore(Cache.open(Map.of("TARE_HOME", home.toString()), Progress.silent()));
    }

    @Test
    void picturesStandSideBySideOnBlack() throws IOException {
        Path montage = store.obtain(new Montage(List.of(TALL, WIDE), Digest.ofText(BOTH)));

        assertThat(Files.readString(montage, StandardCharsets.ISO_8859_1)).isEqualTo(BOTH);
    }

    @Test
    void anotherPictureThanTheExpectedIsRefused() {
        assertThatThrownBy(() -> store.obtain(new Montage(List.of(TALL), Digest.ofText(BOTH))))
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("the montage has the SHA-256");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> store.obtain(new Montage(List.of(new LiteralText("GIF89a")), Digest.ofText(BOTH))))
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("is not a binary PPM");
    }

    @Test
    void aDecodedPictureIsRedThenGreenThenBlue() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x616263);
        image.setRGB(1, 0, 0x64657a);

        Path file = home.resolve("picture.ppm");
        Ppm.of(image).write(file);

        assertThat(Files.readString(file, StandardCharsets.US_ASCII)).isEqualTo("P6\n2 1\n255\nabcdez");
    }
}
