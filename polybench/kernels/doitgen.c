/* doitgen: every innermost row of a three-dimensional array is multiplied by one matrix. */
#include "polybench.h"

SIZE(NQ, 8, 20, 40, 140, 220);
SIZE(NR, 10, 25, 50, 150, 250);
SIZE(NP, 12, 30, 60, 160, 270);

static void initialise(double A[NR][NQ][NP], double C4[NP][NP]) {
    for (int i = 0; i < NR; i++) {
        for (int j = 0; j < NQ; j++) {
            for (int k = 0; k < NP; k++) {
                A[i][j][k] = ratio((i * j + k) % NP, NP);
            }
        }
    }
    for (int i = 0; i < NP; i++) {
        for (int j = 0; j < NP; j++) {
            C4[i][j] = ratio(i * j % NP, NP);
        }
    }
}

KERNEL doitgen(int nr, int nq, int np, double A[NR][NQ][NP], double C4[NP][NP], double sum[NP]) {
    for (int r = 0; r < nr; r++) {
        for (int q = 0; q < nq; q++) {
            for (int p = 0; p < np; p++) {
                sum[p] = 0.0;
                for (int s = 0; s < np; s++) {
                    sum[p] += A[r][q][s] * C4[s][p];
                }
            }
            for (int p = 0; p < np; p++) {
                A[r][q][p] = sum[p];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*A)[NR][NQ][NP] = allocate(run, sizeof *A);
    double(*C4)[NP][NP] = allocate(run, sizeof *C4);
    double(*sum)[NP] = allocate(run, sizeof *sum);
    initialise(*A, *C4);
    TIMED(doitgen(NR, NQ, NP, *A, *C4, *sum));
    live_out(run, CUBE(A));
}
