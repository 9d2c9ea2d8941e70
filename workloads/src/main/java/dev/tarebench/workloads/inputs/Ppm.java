package dev.tarebench.workloads.inputs;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture that a guest can read without a decoder: a short head, then red, green and blue of every pixel. */
final class Ppm {

    private static final int CHANNELS = 3;
    private static final Pattern HEAD = Pattern.compile("P6\n(\\d{1,6}) (\\d{1,6})\n255\n");
    private static final int LONGEST_HEAD = 32;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private Ppm(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    static Ppm of(BufferedImage image) {
        byte[] pixels = new byte[image.getWidth() * image.getHeight() * CHANNELS];
        int place = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                pixels[place++] = (byte) (colour >> 16);
                pixels[place++] = (byte) (colour >> 8);
                pixels[place++] = (byte) colour;
            }
        }
        return new Ppm(image.getWidth(), image.getHeight(), pixels);
    }

    static Ppm black(int width, int height) {
        return new Ppm(width, height, new byte[width * height * CHANNELS]);
    }

    static Ppm read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String head = new String(content, 0, Math.min(content.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = HEAD.matcher(head);
        if (!matcher.lookingAt()) {
            throw new IOException(file + " is not a binary PPM");
        }
        byte[] pixels = Arrays.copyOfRange(content, matcher.end(), content.length);
        return new Ppm(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), pixels);
    }

    /** Lays another picture over this one, with its top at the top. */
    void put(Ppm other, int left) {
        for (int row = 0; row < other.height; row++) {
            System.arraycopy(
                    other.pixels,
                    row * other.width * CHANNELS,
                    pixels,
                    (row * width + left) * CHANNELS,
                    other.width * CHANNELS);
        }
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("P6\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII));
            out.write(pixels);
        }
    }
}
