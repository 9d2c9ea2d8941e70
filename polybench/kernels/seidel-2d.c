/* seidel-2d: relaxation on a plane in place, each new value the mean of nine, of which four are new already. */
#include "polybench.h"

SIZE(TSTEPS, 20, 40, 100, 500, 1000);
SIZE(N, 40, 120, 400, 2000, 4000);

static void initialise(double A[N][N]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio(i * (j + 2) + 2, N);
        }
    }
}

KERNEL seidel_2d(int tsteps, int n, double A[N][N]) {
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                A[i][j] = (A[i - 1][j - 1] + A[i - 1][j] + A[i - 1][j + 1]
                         + A[i][j - 1] + A[i][j] + A[i][j + 1]
                         + A[i + 1][j - 1] + A[i + 1][j] + A[i + 1][j + 1]) / 9.0;
            }
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    initialise(*A);
    TIMED(seidel_2d(TSTEPS, N, *A));
    live_out(run, MATRIX(A, .stride = N));
}
