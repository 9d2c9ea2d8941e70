/* adi: heat conduction in a plate by alternating direction implicit steps, one sweep over columns, one over rows. */
#include "polybench.h"

SIZE(TSTEPS, 20, 40, 100, 500, 1000);
SIZE(N, 20, 60, 200, 1000, 2000);

static void initialise(double u[N][N]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            u[i][j] = ratio(i + N - j, N);
        }
    }
}

KERNEL adi(int tsteps, int n, double u[N][N], double v[N][N], double p[N][N], double q[N][N]) {
    double dx = 1.0 / n;
    double dy = 1.0 / n;
    double dt = 1.0 / tsteps;
    double mul1 = 2.0 * dt / (dx * dx);
    double mul2 = 1.0 * dt / (dy * dy);
    double a = -mul1 / 2.0;
    double b = 1.0 + mul1;
    double c = a;
    double d = -mul2 / 2.0;
    double e = 1.0 + mul2;
    double f = d;

    for (int t = 0; t < tsteps; t++) {
        for (int i = 1; i < n - 1; i++) {
            v[0][i] = 1.0;
            p[i][0] = 0.0;
            q[i][0] = v[0][i];
            for (int j = 1; j < n - 1; j++) {
                p[i][j] = -c / (a * p[i][j - 1] + b);
                q[i][j] = (-d * u[j][i - 1] + (1.0 + 2.0 * d) * u[j][i] - f * u[j][i + 1] - a * q[i][j - 1])
                        / (a * p[i][j - 1] + b);
            }
            v[n - 1][i] = 1.0;
            for (int j = n - 2; j >= 1; j--) {
                v[j][i] = p[i][j] * v[j + 1][i] + q[i][j];
            }
        }
        for (int i = 1; i < n - 1; i++) {
            u[i][0] = 1.0;
            p[i][0] = 0.0;
            q[i][0] = u[i][0];
            for (int j = 1; j < n - 1; j++) {
                p[i][j] = -f / (d * p[i][j - 1] + e);
                q[i][j] = (-a * v[i - 1][j] + (1.0 + 2.0 * a) * v[i][j] - c * v[i + 1][j] - d * q[i][j - 1])
                        / (d * p[i][j - 1] + e);
            }
            u[i][n - 1] = 1.0;
            for (int j = n - 2; j >= 1; j--) {
                u[i][j] = p[i][j] * u[i][j + 1] + q[i][j];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*u)[N][N] = allocate(run, sizeof *u);
    double(*v)[N][N] = allocate(run, sizeof *v);
    double(*p)[N][N] = allocate(run, sizeof *p);
    double(*q)[N][N] = allocate(run, sizeof *q);
    initialise(*u);
    TIMED(adi(TSTEPS, N, *u, *v, *p, *q));
    live_out(run, MATRIX(u, .stride = N));
}
