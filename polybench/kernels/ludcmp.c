/* ludcmp: solves A x = b by factorising A = L U, then substituting forwards and backwards. */
#include "polybench.h"

SIZE(N, 40, 120, 400, 2000, 4000);

static void initialise(double A[N][N], double b[N], double x[N], double y[N]) {
    for (int i = 0; i < N; i++) {
        x[i] = 0.0;
        y[i] = 0.0;
        b[i] = ratio(i + 1, N) / 2.0 + 4;
    }
    make_positive_definite(N, A);
}

KERNEL ludcmp(int n, double A[N][N], double b[N], double x[N], double y[N]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            double w = A[i][j];
            for (int k = 0; k < j; k++) {
                w -= A[i][k] * A[k][j];
            }
            A[i][j] = w / A[j][j];
        }
        for (int j = i; j < n; j++) {
            double w = A[i][j];
            for (int k = 0; k < i; k++) {
                w -= A[i][k] * A[k][j];
            }
            A[i][j] = w;
        }
    }
    for (int i = 0; i < n; i++) {
        double w = b[i];
        for (int j = 0; j < i; j++) {
            w -= A[i][j] * y[j];
        }
        y[i] = w;
    }
    for (int i = n - 1; i >= 0; i--) {
        double w = y[i];
        for (int j = i + 1; j < n; j++) {
            w -= A[i][j] * x[j];
        }
        x[i] = w / A[i][i];
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    double(*b)[N] = allocate(run, sizeof *b);
    double(*x)[N] = allocate(run, sizeof *x);
    double(*y)[N] = allocate(run, sizeof *y);
    initialise(*A, *b, *x, *y);
    TIMED(ludcmp(N, *A, *b, *x, *y));
    live_out(run, VECTOR(x));
}
