/* trmm: B = alpha A^T B where A is lower triangular with a diagonal of ones. */
#include "polybench.h"

SIZE(M, 20, 60, 200, 1000, 2000);
SIZE(N, 30, 80, 240, 1200, 2600);

static void initialise(double A[M][M], double B[M][N]) {
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < i; j++) {
            A[i][j] = ratio((i + j) % M, M);
        }
        A[i][i] = 1.0;
        for (int j = 0; j < N; j++) {
            B[i][j] = ratio((N + i - j) % N, N);
        }
    }
}

KERNEL trmm(int m, int n, double alpha, double A[M][M], double B[M][N]) {
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
            for (int k = i + 1; k < m; k++) {
                B[i][j] += A[k][i] * B[k][j];
            }
            B[i][j] = alpha * B[i][j];
        }
    }
}

static void polybench(Run *run) {
    double(*A)[M][M] = allocate(run, sizeof *A);
    double(*B)[M][N] = allocate(run, sizeof *B);
    initialise(*A, *B);
    TIMED(trmm(M, N, 1.5, *A, *B));
    live_out(run, MATRIX(B, .stride = M));
}
