#define _GNU_SOURCE
#include "spawn.h"

#include "tree.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * One execution, in memory that all who work on it share: the launcher, the guest until it becomes one, and, where there
 * are cgroups to join, a starter between the two.
 */
struct start {
    const struct request *request;
    int streams[3];
    int input;
    int guardian;
    pid_t parent;
    pid_t guest;
    int guest_end; /* a pidfd, readable when the guest has ended */
    int error; /* errno of the step that failed, 0 if none did */
    const char *step;
    const char *object;
    struct ending end;
};

static cpu_set_t all_cpus;

static _Alignas(16) char starter_stack[32 << 10];
static _Alignas(16) char guest_stack[16 << 10];

void spawn_prepare(void) {
    sched_getaffinity(0, sizeof all_cpus, &all_cpus);
    /* 1, not 0: with 0 the kernel still feeds a program that handles core dumps, which would be timed with the guest. */
    struct rlimit core_limit = {1, 1};
    setrlimit(RLIMIT_CORE, &core_limit);
}

static int use_cpus(const cpu_set_t *cpus) {
    return sched_setaffinity(0, sizeof *cpus, cpus);
}

static int64_t nanoseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static int fail(struct start *start, const char *step, const char *object) {
    start->error = errno;
    start->step = step;
    start->object = object;
    return -1;
}

/*
 * The guest, in the launcher's memory until execve. What ends it comes first. All that can be inherited (the CPUs, the
 * directory, the limit of core dumps) the launcher has taken on before, for here it would be in the measured time.
 */
static int become_guest(void *argument) {
    struct start *start = argument;
    const struct request *request = start->request;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != start->parent) _exit(127);
    setpgid(0, 0);
    for (int stream = 0; stream < 3; stream++) dup2(start->streams[stream], stream);
    struct rlimit file_limit = {request->file_limit, request->file_limit};
    setrlimit(RLIMIT_FSIZE, &file_limit);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(request->program, request->arguments, request->environment);
    fail(start, "cannot execute", request->program);
    _exit(127);
}

static int join_cgroups(struct start *start) {
    for (char **cgroup = start->request->cgroups; *cgroup != NULL; cgroup++) {
        int file = open(*cgroup, O_WRONLY | O_CLOEXEC);
        if (file < 0 || write(file, "0", 1) != 1) return fail(start, "cannot join the cgroup", *cgroup);
        close(file);
    }
    return 0;
}

static int open_streams(struct start *start) {
    const struct request *request = start->request;
    const char *input = request->input[0] == '\0' ? "/dev/null" : request->input;
    start->streams[0] = open(input, O_RDONLY | O_CLOEXEC);
    if (start->streams[0] < 0) return fail(start, "cannot read standard input from", input);
    const int create = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
    start->streams[1] = open(request->output, create, 0600);
    if (start->streams[1] < 0) return fail(start, "cannot write standard output to", request->output);
    start->streams[2] = open(request->errors, create, 0600);
    if (start->streams[2] < 0) return fail(start, "cannot write standard error to", request->errors);
    return 0;
}

static void close_streams(struct start *start) {
    for (int stream = 0; stream < 3; stream++) {
        if (start->streams[stream] >= 0) close(start->streams[stream]);
    }
}

/* Sleeps until the guest has ended by itself, or has to be ended. Wakes for nothing else. */
static enum how await_end(const struct start *start) {
    struct pollfd watched[] = {{.fd = start->guest_end, .events = POLLIN},
        {.fd = start->guardian, .events = POLLIN},
        {.fd = start->input, .events = 0}};
    for (;;) {
        int64_t gone = nanoseconds(CLOCK_MONOTONIC) - start->end.spawned.monotonic;
        int64_t left = (int64_t)start->request->timeout_ns - gone;
        if (left < 0) left = 0;
        struct timespec limit = {.tv_sec = left / 1000000000, .tv_nsec = left % 1000000000};
        int events = ppoll(watched, 3, &limit, NULL);
        if (events < 0 && errno == EINTR) continue;
        if (events == 0) return TIMED_OUT;
        return watched[0].revents != 0 ? EXITED : INTERRUPTED;
    }
}

static void reap(const struct start *start, struct ending *end) {
    int status = 0;
    while (wait4(start->guest, &status, 0, &end->usage) < 0 && errno == EINTR) {
    }
    end->reaped.monotonic = nanoseconds(CLOCK_MONOTONIC);
    end->reaped.real = nanoseconds(CLOCK_REALTIME);
    end->value = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    if (end->how == EXITED && WIFSIGNALED(status)) end->how = SIGNALLED;
}

static void weigh(struct start *start) {
    start->end.spawned.real = nanoseconds(CLOCK_REALTIME);
    start->end.spawned.monotonic = nanoseconds(CLOCK_MONOTONIC);
    const int flags = CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD;
    start->guest = clone(become_guest, guest_stack + sizeof guest_stack, flags, start, &start->guest_end);
    if (start->guest < 0) {
        fail(start, "cannot make a process for", start->request->program);
    } else if (start->error != 0) {
        waitpid(start->guest, NULL, 0);
    } else {
        start->end.how = await_end(start);
        if (start->end.how != EXITED) {
            use_cpus(&all_cpus); /* a guest that spins on its CPUs must not slow down its own end */
            end_child(start->guest);
        }
        reap(start, &start->end);
    }
    if (start->guest > 0) close(start->guest_end);
}

/*
 * Joining a cgroup takes milliseconds in the kernel. So a process made for this one execution joins before the clock
 * starts, and the guest is born into the cgroups.
 */
static int run_starter(void *argument) {
    struct start *start = argument;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    start->parent = getpid();
    if (join_cgroups(start) == 0) weigh(start);
    _exit(0);
}

static bool weigh_in_cgroups(struct start *start) {
    int status = 0;
    const int flags = CLONE_VM | CLONE_VFORK | SIGCHLD;
    pid_t starter = clone(run_starter, starter_stack + sizeof starter_stack, flags, start);
    if (starter < 0) fail(start, "cannot make a process for", start->request->program);
    else waitpid(starter, &status, 0);
    return !WIFSIGNALED(status);
}

static void describe_failure(struct start *start) {
    struct ending *end = &start->end;
    *end = (struct ending){.how = NOT_STARTED, .value = start->error};
    snprintf(end->reason, sizeof end->reason, "%s %s: %s", start->step, start->object, strerror(start->error));
}

/* Makes the launcher what the guest is to be, as far as that can be inherited. */
static int take_on(struct start *start) {
    const struct request *request = start->request;
    if (use_cpus(CPU_COUNT(&request->cpus) > 0 ? &request->cpus : &all_cpus) != 0) {
        return fail(start, "cannot use the given CPUs for", request->program);
    }
    if (open_streams(start) != 0) return -1;
    return chdir(request->directory) == 0 ? 0 : fail(start, "cannot enter the directory", request->directory);
}

bool spawn_and_weigh(const struct request *request, int input, int guardian, struct ending *end) {
    static struct start start;
    start = (struct start){.request = request,
        .streams = {-1, -1, -1},
        .input = input,
        .guardian = guardian,
        .parent = getpid()};
    bool complete = true;
    if (take_on(&start) == 0) {
        if (request->cgroups[0] == NULL) weigh(&start);
        else complete = weigh_in_cgroups(&start);
    }
    close_streams(&start);
    (void)!chdir("/"); /* or the guest's directory could not be unmounted */
    if (start.error != 0) describe_failure(&start);
    *end = start.end;
    return complete;
}
