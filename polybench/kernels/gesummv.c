/* gesummv: y = alpha A x + beta B x, the weighted sum of two matrix-vector products. */
#include "polybench.h"

SIZE(N, 30, 90, 250, 1300, 2800);

static void initialise(double A[N][N], double B[N][N], double x[N]) {
    for (int i = 0; i < N; i++) {
        x[i] = ratio(i % N, N);
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio((i * j + 1) % N, N);
            B[i][j] = ratio((i * j + 2) % N, N);
        }
    }
}

KERNEL gesummv(int n, double alpha, double beta, double A[N][N], double B[N][N], double tmp[N], double x[N],
               double y[N]) {
    for (int i = 0; i < n; i++) {
        tmp[i] = 0.0;
        y[i] = 0.0;
        for (int j = 0; j < n; j++) {
            tmp[i] = A[i][j] * x[j] + tmp[i];
            y[i] = B[i][j] * x[j] + y[i];
        }
        y[i] = alpha * tmp[i] + beta * y[i];
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    double(*B)[N][N] = allocate(run, sizeof *B);
    double(*tmp)[N] = allocate(run, sizeof *tmp);
    double(*x)[N] = allocate(run, sizeof *x);
    double(*y)[N] = allocate(run, sizeof *y);
    initialise(*A, *B, *x);
    TIMED(gesummv(N, 1.5, 1.2, *A, *B, *tmp, *x, *y));
    live_out(run, VECTOR(y));
}
