/* trisolv: solves L x = b for a lower triangular L by forward substitution. */
#include "polybench.h"

SIZE(N, 40, 120, 400, 2000, 4000);

static void initialise(double L[N][N], double x[N], double b[N]) {
    for (int i = 0; i < N; i++) {
        x[i] = -999.0;
        b[i] = i;
        for (int j = 0; j <= i; j++) {
            L[i][j] = (double)(i + N - j + 1) * 2 / N;
        }
    }
}

KERNEL trisolv(int n, double L[N][N], double x[N], double b[N]) {
    for (int i = 0; i < n; i++) {
        x[i] = b[i];
        for (int j = 0; j < i; j++) {
            x[i] -= L[i][j] * x[j];
        }
        x[i] = x[i] / L[i][i];
    }
}

static void polybench(Run *run) {
    double(*L)[N][N] = allocate(run, sizeof *L);
    double(*x)[N] = allocate(run, sizeof *x);
    double(*b)[N] = allocate(run, sizeof *b);
    initialise(*L, *x, *b);
    TIMED(trisolv(N, *L, *x, *b));
    /* The one dump in which a line ends after its 20th element instead of before the next. */
    LiveOut solution = VECTOR(x);
    solution.breaks_after = true;
    live_out(run, solution);
}
