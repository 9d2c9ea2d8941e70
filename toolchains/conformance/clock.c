/* Tells the resolution of both clocks: a phase shorter than the smallest step cannot be measured on this engine. */
#include <stdio.h>
#include <time.h>

static long long nanoseconds(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0)
        return -1;
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* The smallest difference other than 0 between two readings, over some fifty of them. */
static long long smallest_step(clockid_t clock)
{
    long long smallest = 0, before = nanoseconds(clock);
    for (int steps = 0; steps < 50;) {
        long long now = nanoseconds(clock);
        if (now < 0)
            return -1;
        if (now != before) {
            if (now > before && (smallest == 0 || now - before < smallest))
                smallest = now - before;
            before = now;
            steps++;
        }
    }
    return smallest;
}

int main(void)
{
    long long realtime = smallest_step(CLOCK_REALTIME), monotonic = smallest_step(CLOCK_MONOTONIC);
    printf("realtime %lld\nmonotonic %lld\nunix %lld\n", realtime, monotonic, nanoseconds(CLOCK_REALTIME));
    return realtime > 0 && monotonic > 0 ? 0 : 1;
}
