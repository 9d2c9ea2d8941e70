/* gemver: two rank-one updates of a matrix, then a product with its transpose and one with itself. */
#include "polybench.h"

SIZE(N, 40, 120, 400, 2000, 4000);

static void initialise(double A[N][N], double u1[N], double v1[N], double u2[N], double v2[N], double w[N],
                       double x[N], double y[N], double z[N]) {
    for (int i = 0; i < N; i++) {
        u1[i] = i;
        u2[i] = ratio(i + 1, N) / 2.0;
        v1[i] = ratio(i + 1, N) / 4.0;
        v2[i] = ratio(i + 1, N) / 6.0;
        y[i] = ratio(i + 1, N) / 8.0;
        z[i] = ratio(i + 1, N) / 9.0;
        x[i] = 0.0;
        w[i] = 0.0;
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio(i * j % N, N);
        }
    }
}

KERNEL gemver(int n, double alpha, double beta, double A[N][N], double u1[N], double v1[N], double u2[N],
              double v2[N], double w[N], double x[N], double y[N], double z[N]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            A[i][j] = A[i][j] + u1[i] * v1[j] + u2[i] * v2[j];
        }
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            x[i] = x[i] + beta * A[j][i] * y[j];
        }
    }
    for (int i = 0; i < n; i++) {
        x[i] = x[i] + z[i];
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            w[i] = w[i] + alpha * A[i][j] * x[j];
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    double(*u1)[N] = allocate(run, sizeof *u1);
    double(*v1)[N] = allocate(run, sizeof *v1);
    double(*u2)[N] = allocate(run, sizeof *u2);
    double(*v2)[N] = allocate(run, sizeof *v2);
    double(*w)[N] = allocate(run, sizeof *w);
    double(*x)[N] = allocate(run, sizeof *x);
    double(*y)[N] = allocate(run, sizeof *y);
    double(*z)[N] = allocate(run, sizeof *z);
    initialise(*A, *u1, *v1, *u2, *v2, *w, *x, *y, *z);
    TIMED(gemver(N, 1.5, 1.2, *A, *u1, *v1, *u2, *v2, *w, *x, *y, *z));
    live_out(run, VECTOR(w));
}
