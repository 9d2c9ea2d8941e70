/*
 * A child of known behaviour, against which the launcher is held. The first argument says what it does, the second how
 * much of it. It tells by clocks of its own when main began and ended and what CPU time it had used by then: what it
 * reports does not pass through the launcher.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static long long nanoseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void sleep_for(long milliseconds) {
    struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    while (nanosleep(&pause, &pause) != 0) {
    }
}

static void burn(long milliseconds) {
    while (nanoseconds(CLOCK_PROCESS_CPUTIME_ID) < milliseconds * 1000000LL) {
    }
}

static int touch(long mebibytes) {
    size_t size = (size_t)mebibytes << 20;
    volatile char *memory = malloc(size);
    if (memory == NULL) return 3;
    for (size_t at = 0; at < size; at += 4096) memory[at] = 1;
    return 0;
}

int main(int argc, char **argv) {
    long long begin = nanoseconds(CLOCK_MONOTONIC);
    if (argc != 3) return 2;
    long amount = atol(argv[2]);
    int failed = 0;
    if (strcmp(argv[1], "sleep") == 0) sleep_for(amount);
    else if (strcmp(argv[1], "burn") == 0) burn(amount);
    else if (strcmp(argv[1], "touch") == 0) failed = touch(amount);
    else return 2;
    long long cpu = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    long long end = nanoseconds(CLOCK_MONOTONIC);
    printf("%lld %lld\n", end - begin, cpu);
    return failed;
}
