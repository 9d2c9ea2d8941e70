/* gemm: C = alpha A B + beta C, the product of two matrices added to a third. */
#include "polybench.h"

SIZE(NI, 20, 60, 200, 1000, 2000);
SIZE(NJ, 25, 70, 220, 1100, 2300);
SIZE(NK, 30, 80, 240, 1200, 2600);

static void initialise(double C[NI][NJ], double A[NI][NK], double B[NK][NJ]) {
    for (int i = 0; i < NI; i++) {
        for (int j = 0; j < NJ; j++) {
            C[i][j] = ratio((i * j + 1) % NI, NI);
        }
    }
    for (int i = 0; i < NI; i++) {
        for (int j = 0; j < NK; j++) {
            A[i][j] = ratio(i * (j + 1) % NK, NK);
        }
    }
    for (int i = 0; i < NK; i++) {
        for (int j = 0; j < NJ; j++) {
            B[i][j] = ratio(i * (j + 2) % NJ, NJ);
        }
    }
}

KERNEL gemm(int ni, int nj, int nk, double alpha, double beta,
            double C[NI][NJ], double A[NI][NK], double B[NK][NJ]) {
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++) {
            C[i][j] *= beta;
        }
        for (int k = 0; k < nk; k++) {
            for (int j = 0; j < nj; j++) {
                C[i][j] += alpha * A[i][k] * B[k][j];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*C)[NI][NJ] = allocate(run, sizeof *C);
    double(*A)[NI][NK] = allocate(run, sizeof *A);
    double(*B)[NK][NJ] = allocate(run, sizeof *B);
    initialise(*C, *A, *B);
    TIMED(gemm(NI, NJ, NK, 1.5, 1.2, *C, *A, *B));
    live_out(run, MATRIX(C, .stride = NI));
}
