/* atax: y = A^T (A x), a matrix-vector product followed by one with the transposed matrix. */
#include "polybench.h"

SIZE(M, 38, 116, 390, 1900, 1800);
SIZE(N, 42, 124, 410, 2100, 2200);

static void initialise(double A[M][N], double x[N]) {
    for (int i = 0; i < N; i++) {
        x[i] = 1 + ratio(i, N);
    }
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio((i + j) % N, 5 * M);
        }
    }
}

KERNEL atax(int m, int n, double A[M][N], double x[N], double y[N], double tmp[M]) {
    for (int i = 0; i < n; i++) {
        y[i] = 0.0;
    }
    for (int i = 0; i < m; i++) {
        tmp[i] = 0.0;
        for (int j = 0; j < n; j++) {
            tmp[i] = tmp[i] + A[i][j] * x[j];
        }
        for (int j = 0; j < n; j++) {
            y[j] = y[j] + A[i][j] * tmp[i];
        }
    }
}

static void polybench(Run *run) {
    double(*A)[M][N] = allocate(run, sizeof *A);
    double(*x)[N] = allocate(run, sizeof *x);
    double(*y)[N] = allocate(run, sizeof *y);
    double(*tmp)[M] = allocate(run, sizeof *tmp);
    initialise(*A, *x);
    TIMED(atax(M, N, *A, *x, *y, *tmp));
    live_out(run, VECTOR(y));
}
