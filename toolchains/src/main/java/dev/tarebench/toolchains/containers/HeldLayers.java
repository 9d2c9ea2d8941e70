package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.images.BlobDigest;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.Layer;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which layers an engine's store holds. A pull is fresh only if none of its layers was there before, by whatever name:
 * fronts know a layer by the digest of its blob, of its archive, or of its chain.
 */
public final class HeldLayers {

    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final Set<String> digests;

    HeldLayers(String listing) {
        this.digests =
                DIGEST.matcher(listing).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    /** Asks the engine. */
    public static HeldLayers of(ContainerEngine engine) {
        List<String> images = engine.ids()
                .map(HeldLayers::answer)
                .orElse("")
                .lines()
                .distinct()
                .toList();
        // Without an image to tell of, such a front holds none and would complain of a missing name.
        String held = engine.ids().isPresent() && images.isEmpty() ? "" : answer(engine.held(images));
        return new HeldLayers(
                held + "\n" + engine.unpacked().map(HeldLayers::answer).orElse(""));
    }

    /** An image that goes away between two questions makes the second end badly, and is none that we ask for. */
    private static String answer(List<String> question) {
        return Command.of(question).run().standardOutput();
    }

    /** The image's layers that the store holds. */
    public List<Layer> among(Image image) {
        List<BlobDigest> chain = image.chainIds();
        return IntStream.range(0, chain.size())
                .filter(place -> holds(image.layers().get(place), chain.get(place)))
                .mapToObj(image.layers()::get)
                .toList();
    }

    private boolean holds(Layer layer, BlobDigest chainId) {
        return Stream.of(layer.descriptor().digest(), layer.diffId(), chainId)
                .anyMatch(digest -> digests.contains(digest.hex()));
    }
}
