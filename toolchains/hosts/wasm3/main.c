/* Gives wasm3, which comes as a library, a command line and a WASI that keeps the guest inside its folders:
 * wasm3-host [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]... */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../wasi/wasi.h"
#include "wasm3.h"

enum { operand_stack_bytes = 16 << 20, misused = 2, trapped = 134 };

static struct wasi wasi;

_Noreturn static void fail(const char *what, const char *why)
{
    fprintf(stderr, "wasm3 host: %s: %s\n", what, why);
    exit(trapped);
}

struct import {
    const char *name;
    const char *parameters;
    wasi_function *function;
};

static const struct import imports[] = {
#define WASI_IMPORT(name, ...) {#name, #__VA_ARGS__, wasi_##name},
    WASI_FUNCTIONS(WASI_IMPORT)
#undef WASI_IMPORT
};

/* wasm3 hands over slots of 64 bits, the first for the result; of a 32-bit parameter only the lower half is defined. */
static const void *call_import(IM3Runtime runtime, IM3ImportContext context, uint64_t *slots, void *memory)
{
    const struct import *import = context->userdata;
    uint64_t words[9];
    size_t count = 0;
    for (const char *next = import->parameters; *next != '\0'; next++)
        if (*next == 'i' || *next == 'I') {
            uint64_t slot = slots[count + 1];
            words[count++] = *next == 'i' ? (uint32_t)slot : slot;
        }
    wasi.memory = memory;
    wasi.memory_bytes = m3_GetMemorySize(runtime);
    uint32_t error = import->function(&wasi, words);
    memcpy(slots, &error, sizeof error);
    return m3Err_none;
}

static const void *call_exit(IM3Runtime runtime, IM3ImportContext context, uint64_t *slots, void *memory)
{
    (void)runtime, (void)context, (void)memory;
    wasi_proc_exit((uint32_t)slots[0]);
}

static void link_wasi(IM3Module module)
{
    static const char wasi_name[] = "wasi_snapshot_preview1";
    for (size_t i = 0; i < sizeof imports / sizeof *imports; i++) {
        char signature[16] = "i(";
        size_t length = 2;
        for (const char *next = imports[i].parameters; *next != '\0'; next++)
            if (*next == 'i' || *next == 'I')
                signature[length++] = *next;
        signature[length] = ')';
        M3Result result =
            m3_LinkRawFunctionEx(module, wasi_name, imports[i].name, signature, call_import, &imports[i]);
        if (result != NULL && result != m3Err_functionLookupFailed)
            fail(imports[i].name, result);
    }
    M3Result result = m3_LinkRawFunction(module, wasi_name, "proc_exit", "v(i)", call_exit);
    if (result != NULL && result != m3Err_functionLookupFailed)
        fail("proc_exit", result);
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

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        puts("wasm3 " M3_VERSION);
        return 0;
    }
    wasi_start(&wasi, argc, argv);
    uint32_t bytes;
    const char *path = wasi.arguments[0];
    uint8_t *binary = contents(path, &bytes);
    IM3Environment environment = m3_NewEnvironment();
    IM3Runtime runtime = m3_NewRuntime(environment, operand_stack_bytes, NULL);
    IM3Module module;
    IM3Function start;
    M3Result result = m3_ParseModule(environment, &module, binary, bytes);
    if (result == NULL)
        result = m3_LoadModule(runtime, module);
    if (result != NULL)
        fail(path, result);
    link_wasi(module);
    result = m3_FindFunction(&start, runtime, "_start");
    if (result == NULL)
        result = m3_CallV(start);
    if (result != NULL) {
        M3ErrorInfo details;
        m3_GetErrorInfo(runtime, &details);
        fail(details.message != NULL && *details.message != '\0' ? details.message : path, result);
    }
    return 0;
}
