package dev.tarebench.toolchains.images;

import java.util.Arrays;

/** The kinds of blob that are written here, by their registered names. */
public enum MediaType {
    INDEX("application/vnd.oci.image.index.v1+json"),
    MANIFEST("application/vnd.oci.image.manifest.v1+json"),
    CONFIGURATION("application/vnd.oci.image.config.v1+json"),
    LAYER_TAR("application/vnd.oci.image.layer.v1.tar"),
    LAYER_TAR_GZIP("application/vnd.oci.image.layer.v1.tar+gzip"),
    WASM_MODULE("application/wasm");

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    /** The kind of that name; an unknown one is an error of whoever wrote it. */
    public static MediaType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is no kind of blob that is known".formatted(text)));
    }

    public String text() {
        return text;
    }
}
