/* Makes a program of the C that wasm2c writes: compiled together with guest.c, it runs as
 * program [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]...
 * where MODULE is only the guest's argv[0]. */
#include <stdio.h>
#include <stdlib.h>

#include "../wasi/wasi.h"
#include "guest.h"
#include "wasm-rt-exceptions.h"
#include "wasm-rt-impl.h"

enum { trapped = 134 };

struct w2c_wasi__snapshot__preview1 {
    struct wasi wasi;
    w2c_guest *guest;
};

static uint32_t call(struct w2c_wasi__snapshot__preview1 *instance, wasi_function *function, const uint64_t *words)
{
    const wasm_rt_memory_t *memory = w2c_guest_memory(instance->guest);
    instance->wasi.memory = memory->data;
    instance->wasi.memory_bytes = memory->size;
    return function(&instance->wasi, words);
}

/* The generated code calls each import by its own type: i is a parameter of 32 bits, I one of 64. */
#define TYPE_i uint32_t
#define TYPE_I uint64_t
#define PARAMETERS_0()
#define PARAMETERS_1(a) , TYPE_##a a1
#define PARAMETERS_2(a, ...) , TYPE_##a a2 PARAMETERS_1(__VA_ARGS__)
#define PARAMETERS_3(a, ...) , TYPE_##a a3 PARAMETERS_2(__VA_ARGS__)
#define PARAMETERS_4(a, ...) , TYPE_##a a4 PARAMETERS_3(__VA_ARGS__)
#define PARAMETERS_5(a, ...) , TYPE_##a a5 PARAMETERS_4(__VA_ARGS__)
#define PARAMETERS_6(a, ...) , TYPE_##a a6 PARAMETERS_5(__VA_ARGS__)
#define PARAMETERS_7(a, ...) , TYPE_##a a7 PARAMETERS_6(__VA_ARGS__)
#define PARAMETERS_8(a, ...) , TYPE_##a a8 PARAMETERS_7(__VA_ARGS__)
#define PARAMETERS_9(a, ...) , TYPE_##a a9 PARAMETERS_8(__VA_ARGS__)
#define WORDS_0 0
#define WORDS_1 a1
#define WORDS_2 a2, WORDS_1
#define WORDS_3 a3, WORDS_2
#define WORDS_4 a4, WORDS_3
#define WORDS_5 a5, WORDS_4
#define WORDS_6 a6, WORDS_5
#define WORDS_7 a7, WORDS_6
#define WORDS_8 a8, WORDS_7
#define WORDS_9 a9, WORDS_8
#define ELEVENTH_OF(a, b, c, d, e, f, g, h, i, j, k, ...) k
#define COUNT_OF(...) ELEVENTH_OF(__VA_ARGS__, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define WITH_COUNT(name, count, ...) WITH_DIGIT(name, count, ##__VA_ARGS__)
#define WITH_DIGIT(name, digit, ...)                                                                             \
    uint32_t w2c_wasi__snapshot__preview1_##name(                                                                \
        struct w2c_wasi__snapshot__preview1 *instance PARAMETERS_##digit(__VA_ARGS__))                           \
    {                                                                                                            \
        const uint64_t words[] = {WORDS_##digit};                                                                \
        return call(instance, wasi_##name, words);                                                               \
    }
#define IMPORT(name, ...) WITH_COUNT(name, COUNT_OF(0, ##__VA_ARGS__), ##__VA_ARGS__)
WASI_FUNCTIONS(IMPORT)

void w2c_wasi__snapshot__preview1_proc_exit(struct w2c_wasi__snapshot__preview1 *instance, uint32_t code)
{
    (void)instance;
    wasi_proc_exit(code);
}

int main(int argc, char **argv)
{
    static struct w2c_wasi__snapshot__preview1 imports;
    static w2c_guest guest;
    wasi_start(&imports.wasi, argc, argv);
    imports.guest = &guest;
    wasm_rt_init();
    wasm_rt_trap_t trap = wasm_rt_impl_try();
    if (trap != WASM_RT_TRAP_NONE) {
        fprintf(stderr, "wasm2c host: trap: %s\n", wasm_rt_strerror(trap));
        exit(trapped);
    }
    wasm2c_guest_instantiate(&guest, &imports);
    w2c_guest_0x5Fstart(&guest);
    return 0;
}
