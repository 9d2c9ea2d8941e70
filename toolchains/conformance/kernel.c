/* A loop nest over doubles in the manner of PolyBench; its answer must be the native one, bit for bit. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double *matrix(int n, int seed)
{
    double *cells = malloc((size_t)n * n * sizeof *cells);
    if (cells == NULL)
        exit(1);
    for (int i = 0; i < n * n; i++)
        cells[i] = (double)((i * 7 + seed) % 101) / 101.0;
    return cells;
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 48;
    double *a = matrix(n, 1), *b = matrix(n, 2), *c = matrix(n, 3);
    uint64_t mix = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            for (int j = 0; j < n; j++)
                c[i * n + j] += 1.5 * a[i * n + k] * b[k * n + j];
    for (int i = 0; i < n * n; i++) {
        uint64_t word;
        memcpy(&word, &c[i], sizeof word);
        mix = (mix ^ word) * 1099511628211u;
    }
    printf("%016llx %.17g\n", (unsigned long long)mix, c[n * n - 1]);
    return 0;
}
