/* fdtd-2d: an electromagnetic wave in a plane by finite differences in time. */
#include "polybench.h"

SIZE(TMAX, 20, 40, 100, 500, 1000);
SIZE(NX, 20, 60, 200, 1000, 2000);
SIZE(NY, 30, 80, 240, 1200, 2600);

static void initialise(double ex[NX][NY], double ey[NX][NY], double hz[NX][NY], double fict[TMAX]) {
    for (int i = 0; i < TMAX; i++) {
        fict[i] = i;
    }
    for (int i = 0; i < NX; i++) {
        for (int j = 0; j < NY; j++) {
            ex[i][j] = ratio(i * (j + 1), NX);
            ey[i][j] = ratio(i * (j + 2), NY);
            hz[i][j] = ratio(i * (j + 3), NX);
        }
    }
}

KERNEL fdtd_2d(int tmax, int nx, int ny, double ex[NX][NY], double ey[NX][NY], double hz[NX][NY],
               double fict[TMAX]) {
    for (int t = 0; t < tmax; t++) {
        for (int j = 0; j < ny; j++) {
            ey[0][j] = fict[t];
        }
        for (int i = 1; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                ey[i][j] = ey[i][j] - 0.5 * (hz[i][j] - hz[i - 1][j]);
            }
        }
        for (int i = 0; i < nx; i++) {
            for (int j = 1; j < ny; j++) {
                ex[i][j] = ex[i][j] - 0.5 * (hz[i][j] - hz[i][j - 1]);
            }
        }
        for (int i = 0; i < nx - 1; i++) {
            for (int j = 0; j < ny - 1; j++) {
                hz[i][j] = hz[i][j] - 0.7 * (ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j]);
            }
        }
    }
}

static void polybench(Run *run) {
    double(*ex)[NX][NY] = allocate(run, sizeof *ex);
    double(*ey)[NX][NY] = allocate(run, sizeof *ey);
    double(*hz)[NX][NY] = allocate(run, sizeof *hz);
    double(*fict)[TMAX] = allocate(run, sizeof *fict);
    initialise(*ex, *ey, *hz, *fict);
    TIMED(fdtd_2d(TMAX, NX, NY, *ex, *ey, *hz, *fict));
    live_out(run, MATRIX(ex, .stride = NX));
    /* The one dump whose end marker stands after the first of several arrays. */
    close_dump(run);
    live_out(run, MATRIX(ey, .stride = NX));
    live_out(run, MATRIX(hz, .stride = NX));
}
