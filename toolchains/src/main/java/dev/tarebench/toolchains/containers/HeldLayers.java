package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
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

    /** Between two questions somebody else may remove an image, and the second fails for it. */
    private static final int ATTEMPTS = 3;

    private final Set<String> digests;

    HeldLayers(String listing) {
        this.digests =
                DIGEST.matcher(listing).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    /** Asks the engine; a listing that failed would look like an empty store, and prove what is not so. */
    public static HeldLayers of(ContainerEngine engine) {
        String unpacked = engine.unpacked().map(HeldLayers::answer).orElse("");
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            CommandResult held = Command.of(question(engine)).run();
            if (held.succeeded()) {
                return new HeldLayers(held.standardOutput() + "\n" + unpacked);
            }
        }
        return new HeldLayers(answer(question(engine)) + "\n" + unpacked);
    }

    /** A front that tells of given images alone is asked for the layers of all that it holds at this moment. */
    private static List<String> question(ContainerEngine engine) {
        if (engine.ids().isEmpty()) {
            return engine.held(List.of());
        }
        List<String> ids = engine.ids().get();
        List<String> images = answer(ids).lines().distinct().toList();
        // Without an image to tell of it would complain of a missing name: the empty list says the same.
        return images.isEmpty() ? ids : engine.held(images);
    }

    private static String answer(List<String> question) {
        return Command.of(question)
                .withHint("see that the engine answers, and that nobody removes images while pulls are measured")
                .runChecked()
                .standardOutput();
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
