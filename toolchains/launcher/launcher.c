/*
 * Tare's launcher: starts one process at a time and weighs it exactly.
 *
 * It exists because a JVM cannot: on Linux the resident memory of the process that calls exec becomes the floor of the
 * child's ru_maxrss, so the program that starts a guest must be tiny. It stays alive between launches, because starting
 * it anew would cost more than most guests.
 *
 * Requests come on standard input (request.h), one line of figures per request goes to standard output (answer, below).
 *
 * Two processes: the guardian, which only waits, and below it the worker, which does everything. Whichever of the two
 * dies, the other ends what is still running; both are subreapers, so that no descendant of a guest gets away from them.
 */
#define _GNU_SOURCE
#include "request.h"
#include "spawn.h"
#include "tree.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char BANNER[] = "tare-launcher 1\n";
static const char WORKER[] = "worker";

static void write_all(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) exit(1);
        bytes += written;
        length -= (size_t)written;
    }
}

/* One line: how it ended, its value, survivors, four stamps, seven figures of rusage, a reason where there is one. */
static void answer(const struct ending *end) {
    static const char *const WORDS[] = {"exited", "signalled", "timed-out", "interrupted", "not-started"};
    char line[1024 + sizeof end->reason];
    const struct rusage *use = &end->usage;
    int length = snprintf(line, sizeof line, "%s %d %d %lld %lld %lld %lld %lld %lld %lld %ld %ld %ld %ld %s",
        WORDS[end->how], end->value, end->survivors, (long long)end->spawned.real, (long long)end->spawned.monotonic,
        (long long)end->reaped.real, (long long)end->reaped.monotonic,
        (use->ru_utime.tv_sec * 1000000LL + use->ru_utime.tv_usec) * 1000,
        (use->ru_stime.tv_sec * 1000000LL + use->ru_stime.tv_usec) * 1000,
        use->ru_maxrss * 1024LL, use->ru_minflt, use->ru_majflt, use->ru_nvcsw, use->ru_nivcsw, end->reason);
    for (int i = 0; i < length; i++) {
        if (line[i] == '\n') line[i] = ' '; /* a file name may hold one, a line may not */
    }
    line[length] = '\n';
    write_all(line, (size_t)length + 1);
}

/* Sleeps until there is a request; false if there will be none, for the caller or the guardian is gone. */
static bool await_request(int guardian) {
    struct pollfd watched[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = guardian, .events = POLLIN}};
    while (poll(watched, 2, -1) < 0) {
        if (errno != EINTR) return false;
    }
    return watched[1].revents == 0 && (watched[0].revents & POLLIN) != 0;
}

/*
 * A large request has raised this process's peak memory, which is the floor of all children to come. Only a new image
 * has a new peak.
 */
static void shed_memory(void) {
    execl("/proc/self/exe", "tare-launcher", WORKER, (char *)NULL);
    fprintf(stderr, "tare-launcher: cannot restart itself: %s\n", strerror(errno));
    exit(1);
}

static int work(void) {
    int guardian = (int)syscall(SYS_pidfd_open, getppid(), 0);
    if (guardian < 0) {
        fprintf(stderr, "tare-launcher: pidfd_open: %s; it needs Linux 5.4 or later\n", strerror(errno));
        return 1;
    }
    spawn_prepare();
    while (await_request(guardian)) {
        struct request request;
        switch (request_read(STDIN_FILENO, &request)) {
        case REQUEST_END:
            return 0;
        case REQUEST_BROKEN:
            fprintf(stderr, "tare-launcher: a request that this program does not understand\n");
            return 2;
        case REQUEST_COMPLETE:
            break;
        }
        struct ending end;
        if (!spawn_and_weigh(&request, STDIN_FILENO, guardian, &end)) {
            fprintf(stderr, "tare-launcher: the process that starts the guest was killed\n");
            return 1;
        }
        end.survivors = end_descendants();
        answer(&end);
        if (request_release(&request)) shed_memory();
    }
    return 0;
}

/* Waits for the worker, and cleans up after it if it was killed. */
static int guard(pid_t worker) {
    int status = 0;
    while (waitpid(worker, &status, 0) < 0 && errno == EINTR) {
    }
    int left = end_descendants();
    if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
    fprintf(stderr, "tare-launcher: its worker was killed by signal %d; %d processes below it were ended\n",
        WTERMSIG(status), left);
    return 128 + WTERMSIG(status);
}

/*
 * Ctrl-C and a closed terminal are for the JVM to act on, which then closes our input. Blocked, not ignored: a blocked
 * signal needs no handler and wakes nobody, and the child gets an empty mask. SIGTERM still ends this program.
 */
static void settle_signals(void) {
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t blocked;
    sigfillset(&blocked);
    sigdelset(&blocked, SIGTERM);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
}

int main(int argc, char **argv) {
    settle_signals();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_NAME, "tare-launcher");
    if (argc > 1 && strcmp(argv[1], WORKER) == 0) return work();
    setsid();
#ifdef SYS_close_range
    syscall(SYS_close_range, 3U, ~0U, 0U); /* descriptors of whoever started us are nothing for a guest */
#endif
    write_all(BANNER, sizeof BANNER - 1);
    pid_t worker = fork();
    if (worker < 0) {
        fprintf(stderr, "tare-launcher: fork: %s\n", strerror(errno));
        return 1;
    }
    if (worker > 0) return guard(worker);
    /*
     * The session of the guests. Not a new one for each: with autogroups the kernel makes a new scheduling group for
     * every session, whose first process waits behind all others (seen on a busy machine: 8 ms in place of 0.6 ms).
     * Since nothing outlives its execution, a guest is alone in it; it leads a process group of its own.
     */
    setsid();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    return work();
}
