/* jacobi-2d: relaxation on a plane, each new value the mean of five old ones. */
#include "polybench.h"

SIZE(TSTEPS, 20, 40, 100, 500, 1000);
SIZE(N, 30, 90, 250, 1300, 2800);

static void initialise(double A[N][N], double B[N][N]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio(i * (j + 2) + 2, N);
            B[i][j] = ratio(i * (j + 3) + 3, N);
        }
    }
}

KERNEL jacobi_2d(int tsteps, int n, double A[N][N], double B[N][N]) {
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                B[i][j] = 0.2 * (A[i][j] + A[i][j - 1] + A[i][j + 1] + A[i + 1][j] + A[i - 1][j]);
            }
        }
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                A[i][j] = 0.2 * (B[i][j] + B[i][j - 1] + B[i][j + 1] + B[i + 1][j] + B[i - 1][j]);
            }
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    double(*B)[N][N] = allocate(run, sizeof *B);
    initialise(*A, *B);
    TIMED(jacobi_2d(TSTEPS, N, *A, *B));
    live_out(run, MATRIX(A, .stride = N));
}
