/* Begins, then sleeps until it is killed: one of the many containers whose memory `density` weighs. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include "tare.h"

#include <time.h>

int tare_main(int argc, char **argv) {
    const struct timespec hour = {3600, 0};
    (void)argc;
    (void)argv;
    for (;;) {
        nanosleep(&hour, NULL);
    }
}
