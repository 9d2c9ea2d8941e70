/*
 * A guest of known behaviour, so that what an instrument reports can be held against the truth. The first argument says
 * what it does.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static void touch(long mebibytes) {
    size_t size = (size_t)mebibytes << 20;
    volatile char *memory = malloc(size);
    if (memory == NULL) exit(3);
    for (size_t at = 0; at < size; at += 4096) memory[at] = 1;
}

static void burn(long milliseconds) {
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1000000 < milliseconds);
}

static void sleep_for(long milliseconds) {
    struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

static void print(long mebibytes) {
    char block[65536];
    memset(block, 'x', sizeof block);
    for (long i = 0; i < mebibytes * 16; i++) {
        if (write(STDOUT_FILENO, block, sizeof block) < 0) exit(4);
    }
}

/* For a test that asks later whether this process is still there. Whoever sees the file sees all of it: a parent that only
 * waits for it may end, and the launcher end this process, between its being there and its being written. */
static void record_pid(const char *file) {
    char beside[64];
    snprintf(beside, sizeof beside, "%s.%d", file, getpid());
    FILE *out = fopen(beside, "w");
    fprintf(out, "%d\n", getpid());
    fclose(out);
    if (rename(beside, file) != 0) exit(4);
}

/* A daemon as daemons are made: two forks, a session of its own, all streams closed. */
static void leave_daemon(void) {
    if (fork() == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        for (int stream = 0; stream < 3; stream++) close(stream);
        record_pid("daemon.pid");
        sleep_for(3600000);
    }
    while (access("daemon.pid", F_OK) != 0) sleep_for(1);
}

static void fork_many(long count) {
    for (long i = 0; i < count; i++) {
        if (fork() == 0) {
            sleep_for(3600000);
            _exit(0);
        }
    }
}

static void list_descriptors(void) {
    DIR *directory = opendir("/proc/self/fd");
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        int number = atoi(entry->d_name);
        if (entry->d_name[0] != '.' && number != dirfd(directory)) printf("%d\n", number);
    }
}

static void describe_signals(void) {
    sigset_t mask;
    sigprocmask(SIG_SETMASK, NULL, &mask);
    for (int number = 1; number < 32; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) != 0) continue;
        if (sigismember(&mask, number)) printf("%d is blocked\n", number);
        if (action.sa_handler != SIG_DFL) printf("%d is not at its default\n", number);
    }
}

static void list_cpus(void) {
    cpu_set_t cpus;
    sched_getaffinity(0, sizeof cpus, &cpus);
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
        if (CPU_ISSET(cpu, &cpus)) printf("%d\n", cpu);
    }
}

static void copy_input(void) {
    char block[4096];
    for (ssize_t length; (length = read(STDIN_FILENO, block, sizeof block)) > 0;) {
        if (write(STDOUT_FILENO, block, (size_t)length) < 0) exit(4);
    }
}

static void print_strings(char **strings) {
    for (; *strings != NULL; strings++) fwrite(*strings, 1, strlen(*strings) + 1, stdout);
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    long amount = argc > 2 ? atol(argv[2]) : 0;
    if (strcmp(what, "touch") == 0) touch(amount);
    else if (strcmp(what, "touch-and-sleep") == 0) touch(amount), sleep_for(200);
    else if (strcmp(what, "burn") == 0) burn(amount);
    else if (strcmp(what, "sleep") == 0) sleep_for(amount);
    else if (strcmp(what, "print") == 0) print(amount);
    else if (strcmp(what, "exit") == 0) return (int)amount;
    else if (strcmp(what, "segfault") == 0) raise(SIGSEGV);
    else if (strcmp(what, "kill-itself") == 0) kill(getpid(), SIGKILL);
    else if (strcmp(what, "daemon") == 0) leave_daemon();
    else if (strcmp(what, "fork") == 0) fork_many(amount);
    else if (strcmp(what, "descriptors") == 0) list_descriptors();
    else if (strcmp(what, "signals") == 0) describe_signals();
    else if (strcmp(what, "cpus") == 0) list_cpus();
    else if (strcmp(what, "arguments") == 0) print_strings(argv + 2);
    else if (strcmp(what, "environment") == 0) print_strings(environ);
    else if (strcmp(what, "input") == 0) copy_input();
    else if (strcmp(what, "directory") == 0) printf("%s", getcwd((char[4096]){0}, 4096));
    else if (strcmp(what, "session") == 0) printf("%d %d %d", getpid(), getpgrp(), getsid(0));
    else if (strcmp(what, "close-streams") == 0) {
        for (int stream = 0; stream < 3; stream++) close(stream);
    } else if (strcmp(what, "ignore-sigterm") == 0) {
        signal(SIGTERM, SIG_IGN);
        record_pid("child.pid");
        sleep_for(3600000);
    } else if (strcmp(what, "ignore-limit") == 0) {
        signal(SIGXFSZ, SIG_IGN);
        print(amount);
    } else if (strcmp(what, "both-and-hang") == 0) {
        leave_daemon();
        record_pid("child.pid");
        sleep_for(3600000);
    } else {
        fprintf(stderr, "unknown behaviour '%s'\n", what);
        return 2;
    }
    return 0;
}
