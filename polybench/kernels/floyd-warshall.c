/* floyd-warshall: the length of the shortest path between every two nodes of a graph. */
#include "polybench.h"

SIZE(N, 60, 180, 500, 2800, 5600);

static void initialise(int path[N][N]) {
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            path[i][j] = i * j % 7 + 1;
            if ((i + j) % 13 == 0 || (i + j) % 7 == 0 || (i + j) % 11 == 0) {
                path[i][j] = 999;
            }
        }
    }
}

KERNEL floyd_warshall(int n, int path[N][N]) {
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                path[i][j] = path[i][j] < path[i][k] + path[k][j] ? path[i][j] : path[i][k] + path[k][j];
            }
        }
    }
}

static void polybench(Run *run) {
    int(*path)[N][N] = allocate(run, sizeof *path);
    initialise(*path);
    TIMED(floyd_warshall(N, *path));
    live_out(run, MATRIX(path, .stride = N));
}
