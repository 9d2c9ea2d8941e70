/* Shows whether an engine runs vector instructions; built with -msimd128. */
#include <stdio.h>
#include <wasm_simd128.h>

int main(void)
{
    v128_t sum = wasm_i32x4_splat(0), step = wasm_i32x4_make(1, 2, 3, 4);
    volatile int rounds = 1000;
    for (int i = 0; i < rounds; i++)
        sum = wasm_i32x4_add(sum, wasm_i32x4_mul(step, wasm_i32x4_splat(i)));
    printf("%d %d %d %d\n", wasm_i32x4_extract_lane(sum, 0), wasm_i32x4_extract_lane(sum, 1),
           wasm_i32x4_extract_lane(sum, 2), wasm_i32x4_extract_lane(sum, 3));
    return 0;
}
