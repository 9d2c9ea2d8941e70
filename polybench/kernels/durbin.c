/* durbin: solves the Yule-Walker equations of a Toeplitz matrix by Durbin's recursion. */
#include "polybench.h"

SIZE(N, 40, 120, 400, 2000, 4000);

static void initialise(double r[N]) {
    for (int i = 0; i < N; i++) {
        r[i] = N + 1 - i;
    }
}

KERNEL durbin(int n, double r[N], double y[N]) {
    double z[N];
    double alpha = -r[0];
    double beta = 1.0;

    y[0] = -r[0];
    for (int k = 1; k < n; k++) {
        double sum = 0.0;
        beta = (1 - alpha * alpha) * beta;
        for (int i = 0; i < k; i++) {
            sum += r[k - i - 1] * y[i];
        }
        alpha = -(r[k] + sum) / beta;
        for (int i = 0; i < k; i++) {
            z[i] = y[i] + alpha * y[k - i - 1];
        }
        for (int i = 0; i < k; i++) {
            y[i] = z[i];
        }
        y[k] = alpha;
    }
}

static void polybench(Run *run) {
    double(*r)[N] = allocate(run, sizeof *r);
    double(*y)[N] = allocate(run, sizeof *y);
    initialise(*r);
    TIMED(durbin(N, *r, *y));
    live_out(run, VECTOR(y));
}
