/* symm: C = alpha A B + beta C where A is symmetric and only its lower half is stored. */
#include "polybench.h"

SIZE(M, 20, 60, 200, 1000, 2000);
SIZE(N, 30, 80, 240, 1200, 2600);

static void initialise(double C[M][N], double A[M][M], double B[M][N]) {
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++) {
            C[i][j] = ratio((i + j) % 100, M);
            B[i][j] = ratio((N + i - j) % 100, M);
        }
    }
    for (int i = 0; i < M; i++) {
        for (int j = 0; j <= i; j++) {
            A[i][j] = ratio((i + j) % 100, M);
        }
        /* A kernel that reads the half which is not stored gives a conspicuously wrong answer. */
        for (int j = i + 1; j < M; j++) {
            A[i][j] = -999.0;
        }
    }
}

KERNEL symm(int m, int n, double alpha, double beta, double C[M][N], double A[M][M], double B[M][N]) {
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
            double above = 0.0;
            for (int k = 0; k < i; k++) {
                C[k][j] += alpha * B[i][j] * A[i][k];
                above += B[k][j] * A[i][k];
            }
            C[i][j] = beta * C[i][j] + alpha * B[i][j] * A[i][i] + alpha * above;
        }
    }
}

static void polybench(Run *run) {
    double(*C)[M][N] = allocate(run, sizeof *C);
    double(*A)[M][M] = allocate(run, sizeof *A);
    double(*B)[M][N] = allocate(run, sizeof *B);
    initialise(*C, *A, *B);
    TIMED(symm(M, N, 1.5, 1.2, *C, *A, *B));
    live_out(run, MATRIX(C, .stride = M));
}
