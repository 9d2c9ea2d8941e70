/* lu: A = L U by Doolittle's method without pivoting, in place. */
#include "polybench.h"

SIZE(N, 40, 120, 400, 2000, 4000);

KERNEL lu(int n, double A[N][N]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            for (int k = 0; k < j; k++) {
                A[i][j] -= A[i][k] * A[k][j];
            }
            A[i][j] /= A[j][j];
        }
        for (int j = i; j < n; j++) {
            for (int k = 0; k < i; k++) {
                A[i][j] -= A[i][k] * A[k][j];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    make_positive_definite(N, *A);
    TIMED(lu(N, *A));
    live_out(run, MATRIX(A, .stride = N));
}
