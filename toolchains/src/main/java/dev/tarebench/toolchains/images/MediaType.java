package dev.tarebench.toolchains.images;

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

    public String text() {
        return text;
    }
}
