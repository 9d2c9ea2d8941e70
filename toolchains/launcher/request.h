/*
 * A request as it comes from the JVM: a 4-byte length, then that many bytes, all numbers in the machine's own order.
 *
 *   u64 timeout in ns, u64 limit of each file in bytes,
 *   u32 count of CPUs, that many u32,            none: all that the launcher was started with
 *   u32 count of cgroups, that many strings,     paths of cgroup.procs files
 *   strings: program, directory, standard input (empty: nothing to read), standard output, standard error,
 *   u32 count of arguments, that many strings,   the first is the program's name for itself
 *   u32 count of variables, that many strings    NAME=value
 *
 * A string is a u32 length, its bytes, and a NUL that is not counted, so that it can be used where it lies.
 */
#ifndef TARE_REQUEST_H
#define TARE_REQUEST_H

#define _GNU_SOURCE
#include <sched.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct request {
    uint64_t timeout_ns;
    uint64_t file_limit;
    cpu_set_t cpus; /* empty: as the launcher was started */
    char **cgroups; /* these three end in NULL */
    char **arguments;
    char **environment;
    const char *program;
    const char *directory;
    const char *input;
    const char *output;
    const char *errors;
    void *memory; /* where all of it lies, if it was too large for the buffer kept for it */
    size_t memory_size;
};

enum request_state { REQUEST_COMPLETE, REQUEST_END, REQUEST_BROKEN };

enum request_state request_read(int descriptor, struct request *request);

/* True if the request was so large that it raised this program's peak memory. */
bool request_release(struct request *request);

#endif
