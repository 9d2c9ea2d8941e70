package dev.tarebench.benchmarks.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The order of all executions, a pure function of cells, rounds and seed: a resumed run goes on exactly where it was. */
public final class Schedule {

    /**
     * One planned execution.
     *
     * @param round from 1; 0 is the prime
     * @param order its place in the whole run
     * @param cell the index of its cell
     * @param padding by how many bytes its environment is padded, since the stack's alignment moves with it
     */
    public record Slot(int round, int order, int cell, int padding) {}

    private Schedule() {}

    /** A prime for each cell, in order, when wanted; then the rounds, each shuffled anew. */
    public static List<Slot> of(int cells, int primes, int rounds, long seed) {
        Random random = new Random(seed);
        List<Slot> slots = new ArrayList<>();
        for (int prime = 0; prime < primes; prime++) {
            for (int cell = 0; cell < cells; cell++) {
                slots.add(new Slot(0, slots.size(), cell, random.nextInt(4096)));
            }
        }
        for (int round = 1; round <= rounds; round++) {
            List<Integer> order = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                order.add(cell);
            }
            Collections.shuffle(order, random);
            for (int cell : order) {
                slots.add(new Slot(round, slots.size(), cell, random.nextInt(4096)));
            }
        }
        return List.copyOf(slots);
    }
}
