package dev.tarebench.toolchains.images;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a blob by its content, which is what makes layers shared and a second run free. */
public record BlobDigest(String hex) {

    private static final String PREFIX = "sha256:";

    public BlobDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("%s is no sha256 in lower-case hexadecimal".formatted(hex));
        }
    }

    public static BlobDigest of(byte[] content) {
        return finish(algorithm(), content);
    }

    public static BlobDigest parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("%s is no digest; expected sha256:<64 digits>".formatted(text));
        }
        return new BlobDigest(text.substring(PREFIX.length()));
    }

    static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-256", impossible);
        }
    }

    static BlobDigest finish(MessageDigest digest) {
        return new BlobDigest(HexFormat.of().formatHex(digest.digest()));
    }

    private static BlobDigest finish(MessageDigest digest, byte[] content) {
        digest.update(content);
        return finish(digest);
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
