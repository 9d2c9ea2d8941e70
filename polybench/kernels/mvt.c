/* mvt: a product of a matrix with one vector and of its transpose with another. */
#include "polybench.h"

SIZE(N, 40, 120, 400, 2000, 4000);

static void initialise(double x1[N], double x2[N], double y1[N], double y2[N], double A[N][N]) {
    for (int i = 0; i < N; i++) {
        x1[i] = ratio(i % N, N);
        x2[i] = ratio((i + 1) % N, N);
        y1[i] = ratio((i + 3) % N, N);
        y2[i] = ratio((i + 4) % N, N);
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio(i * j % N, N);
        }
    }
}

KERNEL mvt(int n, double x1[N], double x2[N], double y1[N], double y2[N], double A[N][N]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            x1[i] = x1[i] + A[i][j] * y1[j];
        }
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            x2[i] = x2[i] + A[j][i] * y2[j];
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    double(*x1)[N] = allocate(run, sizeof *x1);
    double(*x2)[N] = allocate(run, sizeof *x2);
    double(*y1)[N] = allocate(run, sizeof *y1);
    double(*y2)[N] = allocate(run, sizeof *y2);
    initialise(*x1, *x2, *y1, *y2, *A);
    TIMED(mvt(N, *x1, *x2, *y1, *y2, *A));
    live_out(run, VECTOR(x1));
    live_out(run, VECTOR(x2));
}
