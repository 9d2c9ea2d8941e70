/* 2mm: D = alpha A B C + beta D, two matrix products one after the other. */
#include "polybench.h"

SIZE(NI, 16, 40, 180, 800, 1600);
SIZE(NJ, 18, 50, 190, 900, 1800);
SIZE(NK, 22, 70, 210, 1100, 2200);
SIZE(NL, 24, 80, 220, 1200, 2400);

static void initialise(double A[NI][NK], double B[NK][NJ], double C[NJ][NL], double D[NI][NL]) {
    for (int i = 0; i < NI; i++) {
        for (int j = 0; j < NK; j++) {
            A[i][j] = ratio((i * j + 1) % NI, NI);
        }
    }
    for (int i = 0; i < NK; i++) {
        for (int j = 0; j < NJ; j++) {
            B[i][j] = ratio(i * (j + 1) % NJ, NJ);
        }
    }
    for (int i = 0; i < NJ; i++) {
        for (int j = 0; j < NL; j++) {
            C[i][j] = ratio((i * (j + 3) + 1) % NL, NL);
        }
    }
    for (int i = 0; i < NI; i++) {
        for (int j = 0; j < NL; j++) {
            D[i][j] = ratio(i * (j + 2) % NK, NK);
        }
    }
}

KERNEL multiply_twice(int ni, int nj, int nk, int nl, double alpha, double beta, double tmp[NI][NJ],
                      double A[NI][NK], double B[NK][NJ], double C[NJ][NL], double D[NI][NL]) {
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++) {
            tmp[i][j] = 0.0;
            for (int k = 0; k < nk; k++) {
                tmp[i][j] += alpha * A[i][k] * B[k][j];
            }
        }
    }
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nl; j++) {
            D[i][j] *= beta;
            for (int k = 0; k < nj; k++) {
                D[i][j] += tmp[i][k] * C[k][j];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*tmp)[NI][NJ] = allocate(run, sizeof *tmp);
    double(*A)[NI][NK] = allocate(run, sizeof *A);
    double(*B)[NK][NJ] = allocate(run, sizeof *B);
    double(*C)[NJ][NL] = allocate(run, sizeof *C);
    double(*D)[NI][NL] = allocate(run, sizeof *D);
    initialise(*A, *B, *C, *D);
    TIMED(multiply_twice(NI, NJ, NK, NL, 1.5, 1.2, *tmp, *A, *B, *C, *D));
    live_out(run, MATRIX(D, .stride = NI));
}
