/* bicg: s = A^T r and q = A p, the two products of a biconjugate gradient step, in one pass over A. */
#include "polybench.h"

SIZE(M, 38, 116, 390, 1900, 1800);
SIZE(N, 42, 124, 410, 2100, 2200);

static void initialise(double A[N][M], double p[M], double r[N]) {
    for (int i = 0; i < M; i++) {
        p[i] = ratio(i % M, M);
    }
    for (int i = 0; i < N; i++) {
        r[i] = ratio(i % N, N);
        for (int j = 0; j < M; j++) {
            A[i][j] = ratio(i * (j + 1) % N, N);
        }
    }
}

KERNEL bicg(int m, int n, double A[N][M], double s[M], double q[N], double p[M], double r[N]) {
    for (int i = 0; i < m; i++) {
        s[i] = 0.0;
    }
    for (int i = 0; i < n; i++) {
        q[i] = 0.0;
        for (int j = 0; j < m; j++) {
            s[j] = s[j] + r[i] * A[i][j];
            q[i] = q[i] + A[i][j] * p[j];
        }
    }
}

static void polybench(Run *run) {
    double(*A)[N][M] = allocate(run, sizeof *A);
    double(*s)[M] = allocate(run, sizeof *s);
    double(*q)[N] = allocate(run, sizeof *q);
    double(*p)[M] = allocate(run, sizeof *p);
    double(*r)[N] = allocate(run, sizeof *r);
    initialise(*A, *p, *r);
    TIMED(bicg(M, N, *A, *s, *q, *p, *r));
    live_out(run, VECTOR(s));
    live_out(run, VECTOR(q));
}
