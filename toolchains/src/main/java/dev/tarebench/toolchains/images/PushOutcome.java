package dev.tarebench.toolchains.images;

/** What a push really transferred, so that a second run can be seen to transfer nothing. */
public record PushOutcome(int blobs, int manifests, long bytes) {

    public static final PushOutcome NOTHING = new PushOutcome(0, 0, 0);

    static PushOutcome blob(Descriptor blob) {
        return new PushOutcome(1, 0, blob.sizeBytes());
    }

    static PushOutcome manifest(Descriptor document) {
        return new PushOutcome(0, 1, document.sizeBytes());
    }

    public PushOutcome plus(PushOutcome other) {
        return new PushOutcome(blobs + other.blobs, manifests + other.manifests, bytes + other.bytes);
    }
}
