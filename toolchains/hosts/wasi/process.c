/* What a guest knows of its process: arguments, environment, clocks, random numbers, its end. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "wasi.h"

_Noreturn static void refuse(const char *option, const char *problem)
{
    fprintf(stderr, "wasi host: %s: %s\n", option, problem);
    exit(2);
}

static void preopen(struct wasi *wasi, int number, char *option)
{
    char *host = option + strlen("--dir="), *separator = strstr(host, "::");
    if (separator == NULL || number >= WASI_MAXIMAL_DESCRIPTORS)
        refuse(option, "expected --dir=HOST::GUEST");
    *separator = '\0';
    int folder = open(host, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        refuse(host, strerror(errno));
    wasi->descriptors[number].file = folder;
    wasi->descriptors[number].preopened = separator + 2;
}

void wasi_start(struct wasi *wasi, int argc, char **argv)
{
    int next = 1, folder = 3;
    memset(wasi, 0, sizeof *wasi);
    for (int i = 0; i < WASI_MAXIMAL_DESCRIPTORS; i++)
        wasi->descriptors[i].file = i < 3 ? i : -1;
    wasi->environment = calloc((size_t)argc, sizeof *wasi->environment);
    for (; next < argc && strncmp(argv[next], "--", 2) == 0; next++) {
        if (strncmp(argv[next], "--dir=", 6) == 0)
            preopen(wasi, folder++, argv[next]);
        else if (strncmp(argv[next], "--env=", 6) == 0)
            wasi->environment[wasi->environment_count++] = argv[next] + 6;
        else
            refuse(argv[next], "unknown option");
    }
    if (next >= argc)
        refuse(argv[0], "no module given");
    wasi->arguments = argv + next;
    wasi->argument_count = (uint32_t)(argc - next);
}

_Noreturn void wasi_proc_exit(uint32_t code)
{
    exit((int)code);
}

static uint32_t put_strings(const struct wasi *wasi, char **strings, uint32_t count, const uint64_t *words)
{
    uint64_t text = words[1];
    for (uint32_t i = 0; i < count; i++) {
        size_t bytes = strlen(strings[i]) + 1;
        void *target = wasi_at(wasi, text, bytes);
        if (target == NULL || wasi_put32(wasi, words[0] + 4 * (uint64_t)i, (uint32_t)text) != WASI_SUCCESS)
            return WASI_EFAULT;
        memcpy(target, strings[i], bytes);
        text += bytes;
    }
    return WASI_SUCCESS;
}

static uint32_t put_sizes(const struct wasi *wasi, char **strings, uint32_t count, const uint64_t *words)
{
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < count; i++)
        bytes += (uint32_t)strlen(strings[i]) + 1;
    uint32_t error = wasi_put32(wasi, words[0], count);
    return error != WASI_SUCCESS ? error : wasi_put32(wasi, words[1], bytes);
}

uint32_t wasi_args_get(struct wasi *wasi, const uint64_t *words)
{
    return put_strings(wasi, wasi->arguments, wasi->argument_count, words);
}

uint32_t wasi_args_sizes_get(struct wasi *wasi, const uint64_t *words)
{
    return put_sizes(wasi, wasi->arguments, wasi->argument_count, words);
}

uint32_t wasi_environ_get(struct wasi *wasi, const uint64_t *words)
{
    return put_strings(wasi, wasi->environment, wasi->environment_count, words);
}

uint32_t wasi_environ_sizes_get(struct wasi *wasi, const uint64_t *words)
{
    return put_sizes(wasi, wasi->environment, wasi->environment_count, words);
}

/* Preview 1 and Linux agree on neither the numbers nor the set of clocks. */
static clockid_t clock_of(uint64_t number)
{
    static const clockid_t clocks[] = {
        CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID};
    return number < sizeof clocks / sizeof *clocks ? clocks[number] : -1;
}

static uint64_t nanoseconds(struct timespec time)
{
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint32_t wasi_clock_res_get(struct wasi *wasi, const uint64_t *words)
{
    struct timespec resolution;
    if (clock_getres(clock_of(words[0]), &resolution) != 0)
        return WASI_EINVAL;
    return wasi_put64(wasi, words[1], nanoseconds(resolution));
}

uint32_t wasi_clock_time_get(struct wasi *wasi, const uint64_t *words)
{
    struct timespec now;
    if (clock_gettime(clock_of(words[0]), &now) != 0)
        return WASI_EINVAL;
    return wasi_put64(wasi, words[2], nanoseconds(now));
}

uint32_t wasi_random_get(struct wasi *wasi, const uint64_t *words)
{
    uint8_t *target = wasi_at(wasi, words[0], words[1]);
    if (target == NULL)
        return WASI_EFAULT;
    for (uint64_t done = 0; done < words[1];) {
        ssize_t got = getrandom(target + done, words[1] - done, 0);
        if (got < 0 && errno != EINTR)
            return wasi_error(errno);
        done += got > 0 ? (uint64_t)got : 0;
    }
    return WASI_SUCCESS;
}

uint32_t wasi_sched_yield(struct wasi *wasi, const uint64_t *words)
{
    (void)wasi, (void)words;
    return sched_yield() == 0 ? WASI_SUCCESS : wasi_error(errno);
}

uint32_t wasi_proc_raise(struct wasi *wasi, const uint64_t *words)
{
    (void)wasi, (void)words;
    return WASI_ENOSYS;
}
