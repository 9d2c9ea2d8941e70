/* correlation: the correlation coefficient of every pair of columns of a data set. */
#include "polybench.h"

#include <math.h>

SIZE(M, 28, 80, 240, 1200, 2600);
SIZE(N, 32, 100, 260, 1400, 3000);

static void initialise(double data[N][M]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < M; j++) {
            data[i][j] = ratio(i * j, M) + i;
        }
    }
}

KERNEL correlation(int m, int n, double count, double data[N][M], double corr[M][M], double mean[M],
                   double stddev[M]) {
    const double least_deviation = 0.1;

    for (int j = 0; j < m; j++) {
        mean[j] = 0.0;
        for (int i = 0; i < n; i++) {
            mean[j] += data[i][j];
        }
        mean[j] /= count;
    }
    for (int j = 0; j < m; j++) {
        stddev[j] = 0.0;
        for (int i = 0; i < n; i++) {
            stddev[j] += (data[i][j] - mean[j]) * (data[i][j] - mean[j]);
        }
        stddev[j] /= count;
        stddev[j] = sqrt(stddev[j]);
        /* A constant column must not be divided by (nearly) nothing. */
        stddev[j] = stddev[j] <= least_deviation ? 1.0 : stddev[j];
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            data[i][j] -= mean[j];
            data[i][j] /= sqrt(count) * stddev[j];
        }
    }
    for (int i = 0; i < m - 1; i++) {
        corr[i][i] = 1.0;
        for (int j = i + 1; j < m; j++) {
            corr[i][j] = 0.0;
            for (int k = 0; k < n; k++) {
                corr[i][j] += data[k][i] * data[k][j];
            }
            corr[j][i] = corr[i][j];
        }
    }
    corr[m - 1][m - 1] = 1.0;
}

static void polybench(Run *run) {
    double(*data)[N][M] = allocate(run, sizeof *data);
    double(*corr)[M][M] = allocate(run, sizeof *corr);
    double(*mean)[M] = allocate(run, sizeof *mean);
    double(*stddev)[M] = allocate(run, sizeof *stddev);
    initialise(*data);
    TIMED(correlation(M, N, N, *data, *corr, *mean, *stddev));
    live_out(run, MATRIX(corr, .stride = M));
}
