/* nussinov: the greatest number of base pairs into which each stretch of an RNA sequence can fold. */
#include "polybench.h"

SIZE(N, 60, 180, 500, 2500, 5500);

typedef signed char Base;

static void initialise(Base seq[N], int table[N][N]) {
    for (int i = 0; i < N; i++) {
        seq[i] = (Base)((i + 1) % 4);
    }
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            table[i][j] = 0;
        }
    }
}

static inline int pairs(Base one, Base other) {
    return one + other == 3 ? 1 : 0;
}

static inline int greater(int one, int other) {
    return one >= other ? one : other;
}

KERNEL nussinov(int n, Base seq[N], int table[N][N]) {
    for (int i = n - 1; i >= 0; i--) {
        for (int j = i + 1; j < n; j++) {
            table[i][j] = greater(table[i][j], table[i][j - 1]);
            table[i][j] = greater(table[i][j], table[i + 1][j]);
            if (i < j - 1) {
                table[i][j] = greater(table[i][j], table[i + 1][j - 1] + pairs(seq[i], seq[j]));
            } else {
                table[i][j] = greater(table[i][j], table[i + 1][j - 1]);
            }
            for (int k = i + 1; k < j; k++) {
                table[i][j] = greater(table[i][j], table[i][k] + table[k + 1][j]);
            }
        }
    }
}

static void polybench(Run *run) {
    Base(*seq)[N] = allocate(run, sizeof *seq);
    int(*table)[N][N] = allocate(run, sizeof *table);
    initialise(*seq, *table);
    TIMED(nussinov(N, *seq, *table));
    live_out(run, MATRIX(table, .stride = N, .part = UPPER_TRIANGLE, .counted = true));
}
