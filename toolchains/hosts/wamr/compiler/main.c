/* Compiles a module in advance with WAMR's library: wamr-compiler CPU MODULE COMPILED.
 * The CPU is always named, because left alone the library compiles for the machine on which it runs. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "aot_export.h"
#include "wasm_export.h"

_Noreturn static void fail(const char *what, const char *why)
{
    fprintf(stderr, "wamr compiler: %s: %s\n", what, why);
    exit(1);
}

static uint8_t *contents(const char *path, uint32_t *bytes)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &status) != 0)
        fail(path, strerror(errno));
    uint8_t *buffer = malloc((size_t)status.st_size + 1);
    *bytes = buffer == NULL ? 0 : (uint32_t)fread(buffer, 1, (size_t)status.st_size, file);
    if (*bytes != status.st_size)
        fail(path, "cannot be read whole");
    fclose(file);
    return buffer;
}

/* As upstream's wamrc sets them by default, but for the target. 2 leaves the bounds checks to the target, where x86-64
 * has guard pages. */
static AOTCompOption settings(char *cpu)
{
    return (AOTCompOption){
        .target_arch = "x86_64",
        .target_cpu = cpu,
        .opt_level = 3,
        .size_level = 3,
        .output_format = AOT_FORMAT_FILE,
        .bounds_checks = 2,
        .stack_bounds_checks = 2,
        .enable_bulk_memory = true,
        .enable_bulk_memory_opt = true,
        .enable_ref_types = true,
        .enable_call_indirect_overlong = true,
        .enable_simd = true,
        .enable_aux_stack_check = true,
    };
}

int main(int argc, char **argv)
{
    char message[256] = "";
    uint32_t bytes;
    if (argc != 4)
        fail("usage", "wamr-compiler CPU MODULE COMPILED");
    RuntimeInitArgs runtime = {.mem_alloc_type = Alloc_With_System_Allocator};
    if (!wasm_runtime_full_init(&runtime))
        fail(argv[0], "the runtime did not start");
    uint8_t *binary = contents(argv[2], &bytes);
    wasm_module_t module = wasm_runtime_load(binary, bytes, message, sizeof message);
    if (module == NULL)
        fail(argv[2], message);
    AOTCompOption option = settings(argv[1]);
    aot_comp_data_t code = aot_create_comp_data(module, option.target_arch, false);
    aot_comp_context_t context = code == NULL ? NULL : aot_create_comp_context(code, &option);
    if (context == NULL || !aot_compile_wasm(context) || !aot_emit_aot_file(context, code, argv[3]))
        fail(argv[2], aot_get_last_error());
    return 0;
}
