/* Gives WAMR, taken as a library, a command line on which a running mode is asked for and confirmed:
 * wamr-host --mode=interpreter|fast-jit|llvm-jit|multi-tier|aot [--stack=BYTES] [--dir=HOST::GUEST]... [--env=NAME=VALUE]...
 *           MODULE [ARGUMENT]... */
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "wasm_export.h"

enum { misused = 2, trapped = 134, most_folders = 32, most_variables = 256, message_bytes = 256 };

struct invocation {
    const char *mode;
    uint32_t stack_bytes;
    const char *folders[most_folders];
    uint32_t folder_count;
    const char *variables[most_variables];
    uint32_t variable_count;
    char **arguments;
    int argument_count;
};

__attribute__((format(printf, 2, 3))) _Noreturn static void end(int code, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fputs("wamr host: ", stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
    exit(code);
}

/* WAMR writes a mapping the other way round. */
static const char *mapping(char *host_and_guest)
{
    char *separator = strstr(host_and_guest, "::");
    if (separator == NULL)
        end(misused, "%s: expected HOST::GUEST", host_and_guest);
    *separator = '\0';
    size_t bytes = strlen(host_and_guest) + strlen(separator + 2) + 3;
    char *guest_and_host = malloc(bytes);
    snprintf(guest_and_host, bytes, "%s::%s", separator + 2, host_and_guest);
    return guest_and_host;
}

static struct invocation parse(int argc, char **argv)
{
    struct invocation asked = {.mode = "interpreter", .stack_bytes = 4u << 20};
    int next = 1;
    for (; next < argc && strncmp(argv[next], "--", 2) == 0; next++) {
        char *value = strchr(argv[next], '=');
        if (value == NULL)
            end(misused, "%s: expected a value", argv[next]);
        value++;
        if (strncmp(argv[next], "--mode=", 7) == 0)
            asked.mode = value;
        else if (strncmp(argv[next], "--stack=", 8) == 0)
            asked.stack_bytes = (uint32_t)strtoul(value, NULL, 10);
        else if (strncmp(argv[next], "--dir=", 6) == 0 && asked.folder_count < most_folders)
            asked.folders[asked.folder_count++] = mapping(value);
        else if (strncmp(argv[next], "--env=", 6) == 0 && asked.variable_count < most_variables)
            asked.variables[asked.variable_count++] = value;
        else
            end(misused, "%s: unknown, or too many of them", argv[next]);
    }
    if (next >= argc)
        end(misused, "no module given");
    asked.arguments = argv + next;
    asked.argument_count = argc - next;
    return asked;
}

/* 0 for a module compiled in advance, which has no running mode. */
static RunningMode running_mode(const char *name)
{
    static const struct {
        const char *name;
        RunningMode mode;
    } modes[] = {
        {"interpreter", Mode_Interp},
        {"fast-jit", Mode_Fast_JIT},
        {"llvm-jit", Mode_LLVM_JIT},
        {"multi-tier", Mode_Multi_Tier_JIT},
        {"aot", 0},
    };
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strcmp(modes[i].name, name) == 0)
            return modes[i].mode;
    end(misused, "%s: no such mode", name);
}

static void start_runtime(RunningMode mode)
{
    RuntimeInitArgs settings = {
        .mem_alloc_type = Alloc_With_System_Allocator,
        .running_mode = mode,
        .llvm_jit_opt_level = 3,
        .llvm_jit_size_level = 3,
    };
    if (mode != 0 && !wasm_runtime_is_running_mode_supported(mode))
        end(misused, "this build does not have the mode");
    if (!wasm_runtime_full_init(&settings))
        end(misused, "the runtime did not start");
    wasm_runtime_set_log_level(WASM_LOG_LEVEL_ERROR);
}

static uint8_t *contents(const char *path, uint32_t *bytes)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &status) != 0)
        end(trapped, "%s: %s", path, strerror(errno));
    uint8_t *buffer = malloc((size_t)status.st_size + 1);
    *bytes = buffer == NULL ? 0 : (uint32_t)fread(buffer, 1, (size_t)status.st_size, file);
    if (*bytes != status.st_size)
        end(trapped, "%s: cannot be read whole", path);
    fclose(file);
    return buffer;
}

static wasm_module_inst_t instantiate(wasm_module_t module, const struct invocation *asked)
{
    char message[message_bytes] = "";
    struct InstantiationArgs2 *settings = NULL;
    if (!wasm_runtime_instantiation_args_create(&settings))
        end(trapped, "out of memory");
    wasm_runtime_instantiation_args_set_default_stack_size(settings, asked->stack_bytes);
    wasm_runtime_instantiation_args_set_host_managed_heap_size(settings, 0);
    wasm_runtime_instantiation_args_set_wasi_arg(settings, asked->arguments, asked->argument_count);
    wasm_runtime_instantiation_args_set_wasi_env(settings, (const char **)asked->variables, asked->variable_count);
    wasm_runtime_instantiation_args_set_wasi_dir(
        settings, NULL, 0, (const char **)asked->folders, asked->folder_count);
    wasm_module_inst_t instance = wasm_runtime_instantiate_ex2(module, settings, message, sizeof message);
    wasm_runtime_instantiation_args_destroy(settings);
    if (instance == NULL)
        end(trapped, "%s", message);
    return instance;
}

static int run(const struct invocation *asked, RunningMode mode)
{
    char message[message_bytes] = "";
    uint32_t bytes;
    uint8_t *binary = contents(asked->arguments[0], &bytes);
    if (mode == 0 && get_package_type(binary, bytes) != Wasm_Module_AoT)
        end(misused, "%s was not compiled in advance", asked->arguments[0]);
    wasm_module_t module = wasm_runtime_load(binary, bytes, message, sizeof message);
    if (module == NULL)
        end(trapped, "%s", message);
    wasm_module_inst_t instance = instantiate(module, asked);
    RunningMode got = wasm_runtime_get_running_mode(instance);
    if (mode != 0 && got != mode)
        end(misused, "asked for mode %d, got %d", (int)mode, (int)got);
    wasm_application_execute_main(instance, asked->argument_count, asked->arguments);
    const char *exception = wasm_runtime_get_exception(instance);
    if (exception != NULL)
        end(trapped, "%s", exception);
    int code = (int)wasm_runtime_get_wasi_exit_code(instance);
    wasm_runtime_deinstantiate(instance);
    wasm_runtime_unload(module);
    wasm_runtime_destroy();
    return code;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        uint32_t major, minor, patch;
        wasm_runtime_get_version(&major, &minor, &patch);
        printf("wamr %u.%u.%u\n", major, minor, patch);
        return 0;
    }
    struct invocation asked = parse(argc, argv);
    RunningMode mode = running_mode(asked.mode);
    start_runtime(mode);
    return run(&asked, mode);
}
