/* 3mm: G = (A B) (C D), the product of two matrix products. */
#include "polybench.h"

SIZE(NI, 16, 40, 180, 800, 1600);
SIZE(NJ, 18, 50, 190, 900, 1800);
SIZE(NK, 20, 60, 200, 1000, 2000);
SIZE(NL, 22, 70, 210, 1100, 2200);
SIZE(NM, 24, 80, 220, 1200, 2400);

static void initialise(double A[NI][NK], double B[NK][NJ], double C[NJ][NM], double D[NM][NL]) {
    for (int i = 0; i < NI; i++) {
        for (int j = 0; j < NK; j++) {
            A[i][j] = ratio((i * j + 1) % NI, 5 * NI);
        }
    }
    for (int i = 0; i < NK; i++) {
        for (int j = 0; j < NJ; j++) {
            B[i][j] = ratio((i * (j + 1) + 2) % NJ, 5 * NJ);
        }
    }
    for (int i = 0; i < NJ; i++) {
        for (int j = 0; j < NM; j++) {
            C[i][j] = ratio(i * (j + 3) % NL, 5 * NL);
        }
    }
    for (int i = 0; i < NM; i++) {
        for (int j = 0; j < NL; j++) {
            D[i][j] = ratio((i * (j + 2) + 2) % NK, 5 * NK);
        }
    }
}

KERNEL multiply_thrice(int ni, int nj, int nk, int nl, int nm, double E[NI][NJ], double A[NI][NK],
                       double B[NK][NJ], double F[NJ][NL], double C[NJ][NM], double D[NM][NL], double G[NI][NL]) {
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nj; j++) {
            E[i][j] = 0.0;
            for (int k = 0; k < nk; k++) {
                E[i][j] += A[i][k] * B[k][j];
            }
        }
    }
    for (int i = 0; i < nj; i++) {
        for (int j = 0; j < nl; j++) {
            F[i][j] = 0.0;
            for (int k = 0; k < nm; k++) {
                F[i][j] += C[i][k] * D[k][j];
            }
        }
    }
    for (int i = 0; i < ni; i++) {
        for (int j = 0; j < nl; j++) {
            G[i][j] = 0.0;
            for (int k = 0; k < nj; k++) {
                G[i][j] += E[i][k] * F[k][j];
            }
        }
    }
}

static void polybench(Run *run) {
    double(*E)[NI][NJ] = allocate(run, sizeof *E);
    double(*A)[NI][NK] = allocate(run, sizeof *A);
    double(*B)[NK][NJ] = allocate(run, sizeof *B);
    double(*F)[NJ][NL] = allocate(run, sizeof *F);
    double(*C)[NJ][NM] = allocate(run, sizeof *C);
    double(*D)[NM][NL] = allocate(run, sizeof *D);
    double(*G)[NI][NL] = allocate(run, sizeof *G);
    initialise(*A, *B, *C, *D);
    TIMED(multiply_thrice(NI, NJ, NK, NL, NM, *E, *A, *B, *F, *C, *D, *G));
    live_out(run, MATRIX(G, .stride = NI));
}
