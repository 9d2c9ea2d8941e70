package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.HeldLayers;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.Layer;
import java.util.List;
import java.util.Optional;

/**
 * An image in the run's registry that a front is to pull, and the proofs around it: that the front's store held nothing
 * of it before but what it was meant to, and that afterwards it holds exactly this image.
 *
 * @param companion the image whose layers the store is meant to hold beforehand
 * @param origin what the base was made of, for the record
 */
public record PulledImage(
        ContainerEngine engine, String reference, Image image, Optional<Companion> companion, String origin) {

    /** An image of the lowest layers alone. */
    record Companion(String reference, Image image) {}

    /** The command that is measured. */
    public List<String> command() {
        return engine.pull(reference).orElseThrow();
    }

    /** Leaves in the store what the pull is meant to find there, and says what is not as it must be. */
    public Optional<String> makeAbsent() {
        forget();
        companion
                .flatMap(below -> engine.pull(below.reference()))
                .ifPresent(pull -> Command.of(pull)
                        .withHint("see whether the front's store has room: a full disk looks like this")
                        .runChecked());
        List<Layer> held = HeldLayers.of(engine).among(image);
        List<Layer> wanted = companion.map(below -> below.image().layers()).orElse(List.of());
        return held.equals(wanted)
                ? Optional.empty()
                : Optional.of("before the pull %s's store held %d of the %d layers, and was meant to hold %d"
                        .formatted(
                                engine.front().id(), held.size(), image.layers().size(), wanted.size()));
    }

    /** What is wrong with what the store holds under the image's name after the pull. */
    public Optional<String> fault() {
        String answer = engine.digest(reference)
                .map(question -> Command.of(question).run().standardOutput())
                .orElse("");
        String expected = image.manifest().digest().toString();
        return answer.contains(expected)
                ? Optional.empty()
                : Optional.of("%s does not hold %s as %s after the pull; it says: %s"
                        .formatted(engine.front().id(), reference, expected, answer.strip()));
    }

    /** Manifest, configuration and layers, as the registry serves them. */
    public long servedBytes() {
        return documents() + image.servedBytes();
    }

    /** The part of it that the pull had to bring. */
    public long pulledBytes() {
        return servedBytes()
                - companion.map(below -> below.image().servedBytes()).orElse(0L);
    }

    private long documents() {
        return image.manifest().sizeBytes() + image.configuration().sizeBytes();
    }

    /** Removes the image from the front's store; that it is not there is no fault. */
    public void forget() {
        engine.forget(reference).ifPresent(remove -> Command.of(remove).run());
    }
}
