/* What a guest written in C or C++ owes the suite, so that its answer and its phases can be read from outside.
 *
 * tare.c owns `main`: it writes the begin mark, runs the guest's body, flushes standard output and writes the end mark.
 * The guest defines `tare_main`, which must be repeatable: `--tare-repeat=N` runs it N times in one process, and each
 * repetition must print the whole answer again. */
#ifndef TARE_H
#define TARE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The guest's body. Arguments are those of the program without `--tare-repeat`. Returns the exit code. */
int tare_main(int argc, char **argv);

/* Nanoseconds of a clock that never jumps: for durations inside the guest. */
int64_t tare_monotonic_ns(void);

/* Reports the duration of the part that the guest is about, as `@tare kernel <ns>`. */
void tare_kernel(int64_t nanoseconds);

/* Reads a decimal integer of least..most; anything else is bad input. */
int64_t tare_number(const char *name, const char *text, int64_t least, int64_t most);

/* Ends the program over bad input: "problem: subject" on standard error, exit code 2. */
__attribute__((noreturn)) void tare_reject(const char *problem, const char *subject);

/* Ends the program over a failure that is not the input's fault: the same message, exit code 1. */
__attribute__((noreturn)) void tare_fail(const char *problem, const char *subject);

#ifdef __cplusplus
}
#endif

#endif
