/* syr2k: C = alpha (A B^T + B A^T) + beta C, a symmetric rank-2k update of the lower half. */
#include "polybench.h"

SIZE(M, 20, 60, 200, 1000, 2000);
SIZE(N, 30, 80, 240, 1200, 2600);

static void initialise(double C[N][N], double A[N][M], double B[N][M]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < M; j++) {
            A[i][j] = ratio((i * j + 1) % N, N);
            B[i][j] = ratio((i * j + 2) % M, M);
        }
    }
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            C[i][j] = ratio((i * j + 3) % N, M);
        }
    }
}

KERNEL syr2k(int n, int m, double alpha, double beta, double C[N][N], double A[N][M], double B[N][M]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
            C[i][j] *= beta;
        }
        for (int k = 0; k < m; k++) {
            for (int j = 0; j <= i; j++) {
                C[i][j] += A[j][k] * alpha * B[i][k] + B[j][k] * alpha * A[i][k];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*C)[N][N] = allocate(run, sizeof *C);
    double(*A)[N][M] = allocate(run, sizeof *A);
    double(*B)[N][M] = allocate(run, sizeof *B);
    initialise(*C, *A, *B);
    TIMED(syr2k(N, M, 1.5, 1.2, *C, *A, *B));
    live_out(run, MATRIX(C, .stride = N));
}
