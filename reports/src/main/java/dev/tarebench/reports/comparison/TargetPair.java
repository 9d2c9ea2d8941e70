package dev.tarebench.reports.comparison;

import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.journal.CellDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which two targets make a pair, as a user writes it: {@code aot|jit}.
 *
 * <p>A side is a whole target ({@code wasmtime-aot}), a word of a target's name ({@code debian}), or a tier ({@code
 * aot}, {@code jit}, {@code interpreter}). Words and tiers pair only targets that are otherwise the same: the engine of
 * {@code wasmtime-aot} and {@code wasmtime-cranelift}, the front of {@code docker-debian} and {@code docker-distroless}.
 */
public record TargetPair(String left, String right) {
    static final String GRAMMAR = "write LEFT|RIGHT, each a target (wasmtime-aot), a word of one (debian) or a tier "
            + "(aot, jit, interpreter)";

    public static TargetPair parse(String text) {
        String[] sides = text.split("\\|", -1);
        if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw new UnreadableResult("'%s' is no pair of targets: %s".formatted(text, GRAMMAR));
        }
        return new TargetPair(sides[0].strip(), sides[1].strip());
    }

    boolean matches(CellDescription one, CellDescription two) {
        if (one.target().equals(two.target())) {
            return false;
        }
        if (one.target().equals(left) && two.target().equals(right)) {
            return true;
        }
        Optional<List<String>> stem = stem(left, one);
        Optional<List<String>> otherStem = stem(right, two);
        return stem.isPresent() && otherStem.isPresent() && sameStem(stem.get(), otherStem.get());
    }

    /** What is left of a target's name when the side is taken from it; absent when the side does not match. */
    private static Optional<List<String>> stem(String side, CellDescription cell) {
        List<String> words = new ArrayList<>(Arrays.asList(cell.target().split("-", -1)));
        if (words.remove(side) || cell.tier().filter(tier -> isTier(side, tier)).isPresent()) {
            return Optional.of(words);
        }
        return Optional.empty();
    }

    private static boolean isTier(String side, String tier) {
        return switch (side) {
            case "aot" -> tier.equals("ahead-of-time");
            case "jit" -> tier.endsWith("jit");
            default -> tier.equals(side);
        };
    }

    /** Equal, or one has only a mode more: {@code wasmtime} and {@code wasmtime-cranelift}. */
    private static boolean sameStem(List<String> one, List<String> two) {
        List<String> shorter = one.size() <= two.size() ? one : two;
        List<String> longer = one.size() <= two.size() ? two : one;
        return !shorter.isEmpty() && longer.subList(0, shorter.size()).equals(shorter);
    }

    @Override
    public String toString() {
        return left + "|" + right;
    }
}
