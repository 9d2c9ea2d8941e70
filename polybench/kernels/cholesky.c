/* cholesky: the lower triangular L with A = L L^T, in place. */
#include "polybench.h"

#include <math.h>

SIZE(N, 40, 120, 400, 2000, 4000);

KERNEL cholesky(int n, double A[N][N]) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            for (int k = 0; k < j; k++) {
                A[i][j] -= A[i][k] * A[j][k];
            }
            A[i][j] /= A[j][j];
        }
        for (int k = 0; k < i; k++) {
            A[i][i] -= A[i][k] * A[i][k];
        }
        A[i][i] = sqrt(A[i][i]);
    }
}

static void polybench(Run *run) {
    double(*A)[N][N] = allocate(run, sizeof *A);
    make_positive_definite(N, *A);
    TIMED(cholesky(N, *A));
    live_out(run, MATRIX(A, .stride = N, .part = LOWER_TRIANGLE));
}
