/* What the 30 kernels share: sizes fixed at build time, arrays, the timed call, and the live-out arrays told once
 * for both uses, the full dump and the one-line answer.
 *
 * A kernel's file defines `polybench`: allocate, initialise, TIMED(kernel), live_out. Without arguments the program
 * prints 16 hexadecimal digits mixed from every bit that a dump would print; `--dump` prints the arrays with two
 * decimals, `--dump-17` with all the digits that a double has. */
#ifndef POLYBENCH_H
#define POLYBENCH_H

#include "tare.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef TARE_SIZE
#error "Choose a size: -DTARE_SIZE=mini, small, medium, large or extralarge"
#define TARE_SIZE mini
#endif

/* SIZE(N, 40, 120, 400, 2000, 4000); makes N the constant of the chosen size. */
#define SIZE(symbol, ...) enum { symbol = PICK(TARE_SIZE)(__VA_ARGS__) }
#define PICK(size) PICK_(size)
#define PICK_(size) PICK_##size
#define PICK_mini(mini, small, medium, large, extralarge) (mini)
#define PICK_small(mini, small, medium, large, extralarge) (small)
#define PICK_medium(mini, small, medium, large, extralarge) (medium)
#define PICK_large(mini, small, medium, large, extralarge) (large)
#define PICK_extralarge(mini, small, medium, large, extralarge) (extralarge)

/* A kernel is never inlined: its caller knows that the arrays are distinct blocks, and the nest must not profit. */
#define KERNEL static __attribute__((noinline)) void

#define TIMED(call)                                  \
    do {                                             \
        int64_t begin = tare_monotonic_ns();         \
        call;                                        \
        tare_kernel(tare_monotonic_ns() - begin);    \
    } while (0)

typedef enum { ANSWER, DUMP, DUMP_17 } Mode;

enum { PAGE = 4096, MOST_ARRAYS = 9, LANES = 4, ELEMENTS_PER_LINE = 20 };

typedef struct {
    Mode mode;
    uint64_t lanes[LANES];
    enum { UNOPENED, OPEN, CLOSED } dump;
    void *arrays[MOST_ARRAYS];
    int array_count;
} Run;

/* Each kernel's file defines its program here. */
static void polybench(Run *run);

static void *allocate(Run *run, size_t bytes) {
    void *array = aligned_alloc(PAGE, (bytes + PAGE - 1) / PAGE * PAGE);
    if (array == NULL) {
        char wanted[48];
        snprintf(wanted, sizeof wanted, "an array of %zu bytes", bytes);
        tare_fail("not enough memory", wanted);
    }
    run->arrays[run->array_count++] = array;
    return array;
}

/* Initialisers are mostly small integers divided by a size; only the division rounds. */
static inline double ratio(int numerator, int denominator) {
    return (double)numerator / denominator;
}

/* The symmetric positive definite matrix that cholesky, lu and ludcmp start from: A = L L^T, summed as a full cube
 * in a scratch matrix, because that cost belongs to the program's run time. Inlined, so that n is a constant. */
static inline __attribute__((always_inline)) void make_positive_definite(int n, double A[n][n]) {
    double(*product)[n] = calloc((size_t)n, sizeof *product);
    if (product == NULL) {
        tare_fail("not enough memory", "the scratch matrix of the initialisation");
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            A[i][j] = j < i ? ratio(-j % n, n) + 1 : j == i ? 1 : 0;
        }
    }
    for (int t = 0; t < n; t++) {
        for (int r = 0; r < n; r++) {
            for (int s = 0; s < n; s++) {
                product[r][s] += A[r][t] * A[s][t];
            }
        }
    }
    memcpy(A, product, (size_t)n * sizeof *product);
    free(product);
}

/* The live-out arrays */

typedef enum { DOUBLE, FLOAT, INT } Element;
typedef enum { WHOLE, LOWER_TRIANGLE, UPPER_TRIANGLE } Part;

/* A dump breaks the line at each 20th element by row * stride + column, and the stride need not be the row's length. */
typedef struct {
    const char *name;
    const void *cells;
    Element element;
    int rows;
    int columns;
    Part part;
    int stride;
    bool counted;
    bool breaks_after;
} LiveOut;

#define ELEMENT_OF(cell) _Generic((cell), double: DOUBLE, float: FLOAT, int: INT)
#define COUNT_OF(array, of) ((int)(sizeof(array) / sizeof(of)))

#define LIVE(array, cell, row_count, column_count, ...) \
    ((LiveOut){.name = #array, .cells = (array), .element = ELEMENT_OF(cell), \
               .rows = (row_count), .columns = (column_count), __VA_ARGS__})
#define VECTOR(array) LIVE(array, (*array)[0], 1, COUNT_OF(*array, (*array)[0]), .stride = 0)
#define MATRIX(array, ...) \
    LIVE(array, (*array)[0][0], COUNT_OF(*array, (*array)[0]), COUNT_OF((*array)[0], (*array)[0][0]), __VA_ARGS__)
#define CUBE(array) LIVE(array, (*array)[0][0][0], 1, COUNT_OF(*array, (*array)[0][0][0]), .stride = 0)

static int first_column(const LiveOut *live, int row) {
    return live->part == UPPER_TRIANGLE ? row : 0;
}

static int end_column(const LiveOut *live, int row) {
    return live->part == LOWER_TRIANGLE ? row + 1 : live->columns;
}

static size_t size_of(Element element) {
    return element == DOUBLE ? sizeof(double) : element == FLOAT ? sizeof(float) : sizeof(int);
}

static const char *cell_at(const LiveOut *live, int row, int column) {
    return (const char *)live->cells + ((size_t)row * live->columns + column) * size_of(live->element);
}

/* The answer: four independent lanes, because one chain of multiplications would be slower than memory. Rotation
 * carries the high bits down, so that two changed signs cannot cancel. */

static inline uint64_t mix(uint64_t lane, uint64_t word) {
    return ((lane << 29 | lane >> 35) ^ word) * UINT64_C(0x9e3779b97f4a7c15);
}

static inline uint64_t word_at(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static inline uint64_t half_word_at(const char *bytes) {
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static void mix_row(Run *run, const char *bytes, const char *end) {
    uint64_t a = run->lanes[0];
    uint64_t b = run->lanes[1];
    uint64_t c = run->lanes[2];
    uint64_t d = run->lanes[3];
    for (; end - bytes >= 32; bytes += 32) {
        a = mix(a, word_at(bytes));
        b = mix(b, word_at(bytes + 8));
        c = mix(c, word_at(bytes + 16));
        d = mix(d, word_at(bytes + 24));
    }
    for (; bytes < end; bytes += 4) {
        a = mix(a, half_word_at(bytes));
    }
    run->lanes[0] = a;
    run->lanes[1] = b;
    run->lanes[2] = c;
    run->lanes[3] = d;
}

static void print_answer(const Run *run) {
    uint64_t answer = 0;
    for (int lane = 0; lane < LANES; lane++) {
        answer = mix(answer, run->lanes[lane]);
    }
    answer ^= answer >> 32;
    answer *= UINT64_C(0xd6e8feb86659fd93);
    answer ^= answer >> 32;
    printf("%016" PRIx64 "\n", answer);
}

/* The dump */

static void print_cell(const Run *run, const LiveOut *live, const char *cell) {
    double real;
    float single;
    int whole;
    switch (live->element) {
    case INT:
        memcpy(&whole, cell, sizeof whole);
        printf("%d ", whole);
        return;
    case FLOAT:
        memcpy(&single, cell, sizeof single);
        real = single;
        break;
    case DOUBLE:
        memcpy(&real, cell, sizeof real);
        break;
    }
    printf(run->mode == DUMP_17 ? "%.17g " : "%.2f ", real);
}

static void dump_row(const Run *run, const LiveOut *live, int row, int *printed) {
    for (int column = first_column(live, row); column < end_column(live, row); column++) {
        int index = live->counted ? *printed : row * live->stride + column;
        bool breaks = index % ELEMENTS_PER_LINE == 0;
        if (breaks && !live->breaks_after) {
            putchar('\n');
        }
        print_cell(run, live, cell_at(live, row, column));
        if (breaks && live->breaks_after) {
            putchar('\n');
        }
        ++*printed;
    }
}

static void close_dump(Run *run) {
    if (run->dump == OPEN) {
        puts("==END   DUMP_ARRAYS==");
        run->dump = CLOSED;
    }
}

static void dump(Run *run, const LiveOut *live) {
    int printed = 0;
    if (run->dump == UNOPENED) {
        puts("==BEGIN DUMP_ARRAYS==");
        run->dump = OPEN;
    }
    printf("begin dump: %s", live->name);
    for (int row = 0; row < live->rows; row++) {
        dump_row(run, live, row, &printed);
    }
    printf("\nend   dump: %s\n", live->name);
}

static void live_out(Run *run, LiveOut live) {
    if (run->mode != ANSWER) {
        dump(run, &live);
        return;
    }
    for (int row = 0; row < live.rows; row++) {
        mix_row(run, cell_at(&live, row, first_column(&live, row)), cell_at(&live, row, end_column(&live, row)));
    }
}

/* The program */

static Mode mode_of(int argc, char **argv) {
    if (argc == 1) {
        return ANSWER;
    }
    if (argc == 2 && strcmp(argv[1], "--dump") == 0) {
        return DUMP;
    }
    if (argc == 2 && strcmp(argv[1], "--dump-17") == 0) {
        return DUMP_17;
    }
    tare_reject("usage", "[--dump | --dump-17]");
}

int tare_main(int argc, char **argv) {
    Run run = {.mode = mode_of(argc, argv), .lanes = {1, 2, 3, 4}};
    polybench(&run);
    if (run.mode == ANSWER) {
        print_answer(&run);
    } else {
        close_dump(&run);
    }
    for (int array = 0; array < run.array_count; array++) {
        free(run.arrays[array]);
    }
    return 0;
}

#endif
