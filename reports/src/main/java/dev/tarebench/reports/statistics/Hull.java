package dev.tarebench.reports.statistics;

import java.util.Arrays;

/** The convex minorant and the concave majorant of the points (x[i], i) between two positions. */
final class Hull {
    private Hull() {}

    static int[] minorant(double[] x, int low, int high) {
        return chain(x, low, high, 1);
    }

    static int[] majorant(double[] x, int low, int high) {
        return chain(x, low, high, -1);
    }

    /** The height at {@code position} of the line through the points {@code from} and {@code to}. */
    static double at(double[] x, int from, int to, double position) {
        if (x[to] == x[from]) {
            return from;
        }
        return from + (to - from) * (position - x[from]) / (x[to] - x[from]);
    }

    /** The k for which {@code position} lies between the touching points k and k + 1. */
    static int segment(int[] touching, double[] x, double position) {
        int k = 0;
        while (k + 2 < touching.length && x[touching[k + 1]] < position) {
            k++;
        }
        return k;
    }

    private static int[] chain(double[] x, int low, int high, int sign) {
        int[] kept = new int[high - low + 1];
        int size = 0;
        for (int i = low; i <= high; i++) {
            while (size >= 2 && sign * turn(x, kept[size - 2], kept[size - 1], i) <= 0) {
                size--;
            }
            kept[size++] = i;
        }
        return Arrays.copyOf(kept, size);
    }

    /** Positive when the way from a over b to c turns upwards. */
    private static double turn(double[] x, int a, int b, int c) {
        return (x[b] - x[a]) * (c - a) - (double) (b - a) * (x[c] - x[a]);
    }
}
