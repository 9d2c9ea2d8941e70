/* heat-3d: heat conduction in a cube, each new value from the six neighbours of the old. */
#include "polybench.h"

SIZE(TSTEPS, 20, 40, 100, 500, 1000);
SIZE(N, 10, 20, 40, 120, 200);

static void initialise(double A[N][N][N], double B[N][N][N]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            for (int k = 0; k < N; k++) {
                A[i][j][k] = B[i][j][k] = ratio((i + j + (N - k)) * 10, N);
            }
        }
    }
}

KERNEL heat_3d(int tsteps, int n, double A[N][N][N], double B[N][N][N]) {
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                for (int k = 1; k < n - 1; k++) {
                    B[i][j][k] = 0.125 * (A[i + 1][j][k] - 2.0 * A[i][j][k] + A[i - 1][j][k])
                               + 0.125 * (A[i][j + 1][k] - 2.0 * A[i][j][k] + A[i][j - 1][k])
                               + 0.125 * (A[i][j][k + 1] - 2.0 * A[i][j][k] + A[i][j][k - 1])
                               + A[i][j][k];
                }
            }
        }
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                for (int k = 1; k < n - 1; k++) {
                    A[i][j][k] = 0.125 * (B[i + 1][j][k] - 2.0 * B[i][j][k] + B[i - 1][j][k])
                               + 0.125 * (B[i][j + 1][k] - 2.0 * B[i][j][k] + B[i][j - 1][k])
                               + 0.125 * (B[i][j][k + 1] - 2.0 * B[i][j][k] + B[i][j][k - 1])
                               + B[i][j][k];
                }
            }
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][N][N] = allocate(run, sizeof *A);
    double(*B)[N][N][N] = allocate(run, sizeof *B);
    initialise(*A, *B);
    TIMED(heat_3d(TSTEPS, N, *A, *B));
    live_out(run, CUBE(A));
}
