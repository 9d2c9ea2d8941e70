/* jacobi-1d: relaxation on a line, each new value the mean of three old ones. */
#include "polybench.h"

SIZE(TSTEPS, 20, 40, 100, 500, 1000);
SIZE(N, 30, 120, 400, 2000, 4000);

static void initialise(double A[N], double B[N]) {
    for (int i = 0; i < N; i++) {
        A[i] = ratio(i + 2, N);
        B[i] = ratio(i + 3, N);
    }
}

KERNEL jacobi_1d(int tsteps, int n, double A[N], double B[N]) {
    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++) {
            B[i] = 0.33333 * (A[i - 1] + A[i] + A[i + 1]);
        }
        for (int i = 1; i < n - 1; i++) {
            A[i] = 0.33333 * (B[i - 1] + B[i] + B[i + 1]);
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N] = allocate(run, sizeof *A);
    double(*B)[N] = allocate(run, sizeof *B);
    initialise(*A, *B);
    TIMED(jacobi_1d(TSTEPS, N, *A, *B));
    live_out(run, VECTOR(A));
}
