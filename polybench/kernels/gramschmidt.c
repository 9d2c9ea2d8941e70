/* gramschmidt: A = Q R with orthonormal columns in Q, by the modified Gram-Schmidt process. */
#include "polybench.h"

#include <math.h>

SIZE(M, 20, 60, 200, 1000, 2000);
SIZE(N, 30, 80, 240, 1200, 2600);

static void initialise(double A[M][N], double R[N][N], double Q[M][N]) {
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++) {
            A[i][j] = ratio(i * j % M, M) * 100 + 10;
            Q[i][j] = 0.0;
        }
    }
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            R[i][j] = 0.0;
        }
    }
}

/* There are more columns than rows, so the last ones are rounding noise divided by noise: any other order of the
 * additions changes leading digits of the answer. */
KERNEL gramschmidt(int m, int n, double A[M][N], double R[N][N], double Q[M][N]) {
    for (int k = 0; k < n; k++) {
        double norm = 0.0;
        for (int i = 0; i < m; i++) {
            norm += A[i][k] * A[i][k];
        }
        R[k][k] = sqrt(norm);
        for (int i = 0; i < m; i++) {
            Q[i][k] = A[i][k] / R[k][k];
        }
        for (int j = k + 1; j < n; j++) {
            R[k][j] = 0.0;
            for (int i = 0; i < m; i++) {
                R[k][j] += Q[i][k] * A[i][j];
            }
            for (int i = 0; i < m; i++) {
                A[i][j] = A[i][j] - Q[i][k] * R[k][j];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*A)[M][N] = allocate(run, sizeof *A);
    double(*R)[N][N] = allocate(run, sizeof *R);
    double(*Q)[M][N] = allocate(run, sizeof *Q);
    initialise(*A, *R, *Q);
    TIMED(gramschmidt(M, N, *A, *R, *Q));
    live_out(run, MATRIX(R, .stride = N));
    live_out(run, MATRIX(Q, .stride = N));
}
