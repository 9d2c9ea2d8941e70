/* syrk: C = alpha A A^T + beta C, a symmetric rank-k update of the lower half. */
#include "polybench.h"

SIZE(M, 20, 60, 200, 1000, 2000);
SIZE(N, 30, 80, 240, 1200, 2600);

static void initialise(double C[N][N], double A[N][M]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < M; j++) {
            A[i][j] = ratio((i * j + 1) % N, N);
        }
    }
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            C[i][j] = ratio((i * j + 2) % M, M);
        }
    }
}

KERNEL syrk(int n, int m, double alpha, double beta, double C[N][N], double A[N][M]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
            C[i][j] *= beta;
        }
        for (int k = 0; k < m; k++) {
            for (int j = 0; j <= i; j++) {
                C[i][j] += alpha * A[i][k] * A[j][k];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*C)[N][N] = allocate(run, sizeof *C);
    double(*A)[N][M] = allocate(run, sizeof *A);
    initialise(*C, *A);
    TIMED(syrk(N, M, 1.5, 1.2, *C, *A));
    live_out(run, MATRIX(C, .stride = N));
}
