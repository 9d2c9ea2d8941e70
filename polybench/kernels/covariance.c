/* covariance: the covariance of every pair of columns of a data set. */
#include "polybench.h"

SIZE(M, 28, 80, 240, 1200, 2600);
SIZE(N, 32, 100, 260, 1400, 3000);

static void initialise(double data[N][M]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < M; j++) {
            data[i][j] = ratio(i * j, M);
        }
    }
}

KERNEL covariance(int m, int n, double count, double data[N][M], double cov[M][M], double mean[M]) {
    for (int j = 0; j < m; j++) {
        mean[j] = 0.0;
        for (int i = 0; i < n; i++) {
            mean[j] += data[i][j];
        }
        mean[j] /= count;
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            data[i][j] -= mean[j];
        }
    }
    for (int i = 0; i < m; i++) {
        for (int j = i; j < m; j++) {
            cov[i][j] = 0.0;
            for (int k = 0; k < n; k++) {
                cov[i][j] += data[k][i] * data[k][j];
            }
            cov[i][j] /= count - 1.0;
            cov[j][i] = cov[i][j];
        }
    }
}

static void polybench(Run *run) {
    double(*data)[N][M] = allocate(run, sizeof *data);
    double(*cov)[M][M] = allocate(run, sizeof *cov);
    double(*mean)[M] = allocate(run, sizeof *mean);
    initialise(*data);
    TIMED(covariance(M, N, N, *data, *cov, *mean));
    live_out(run, MATRIX(cov, .stride = M));
}
