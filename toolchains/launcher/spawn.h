/* One child from before its first instruction until it is reaped, between two readings of the clocks. */
#ifndef TARE_SPAWN_H
#define TARE_SPAWN_H

#include "request.h"

#include <sys/resource.h>

struct stamp {
    int64_t real;
    int64_t monotonic;
};

enum how { EXITED, SIGNALLED, TIMED_OUT, INTERRUPTED, NOT_STARTED };

struct ending {
    enum how how;
    int value; /* exit code, signal, or errno */
    int survivors;
    struct stamp spawned;
    struct stamp reaped;
    struct rusage usage;
    char reason[4608]; /* what failed, with the longest path Linux knows */
};

/* Remembers what the launcher was started with, and forbids core dumps. To be called once. */
void spawn_prepare(void);

/*
 * Runs one child to its end, its timeout, the end of `input`, or that of the process behind `guardian`, a pidfd.
 * False if somebody killed the process between the launcher and the child.
 */
bool spawn_and_weigh(const struct request *request, int input, int guardian, struct ending *end);

#endif
