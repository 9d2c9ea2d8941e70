#define _GNU_SOURCE
#include "tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What the kernel does not let go in this time (a hung disk, another user's process) is left and reported. */
enum { PATIENCE_SECONDS = 10 };

void end_child(pid_t child) {
    /* The whole group at once: a signal to a whole group is atomic, so that a fork bomb cannot outrun it. */
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
}

static pid_t parent_of(const char *pid) {
    char path[64], stat[512];
    snprintf(path, sizeof path, "/proc/%.20s/stat", pid);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ssize_t length = read(file, stat, sizeof stat - 1);
    close(file);
    if (length <= 0) return -1;
    stat[length] = '\0';
    char *name_end = strrchr(stat, ')'); /* the name itself may hold spaces and parentheses */
    int parent;
    return name_end != NULL && sscanf(name_end, ") %*c %d", &parent) == 1 ? parent : -1;
}

/* Children only: those below them become ours, the subreaper's, when their parents die. */
static void kill_children(void) {
    DIR *processes = opendir("/proc");
    if (processes == NULL) return;
    pid_t self = getpid();
    pid_t own_group = getpgrp();
    for (struct dirent *entry; (entry = readdir(processes)) != NULL;) {
        pid_t pid = atoi(entry->d_name);
        if (pid <= 1 || parent_of(entry->d_name) != self) continue;
        pid_t group = getpgid(pid);
        if (group > 1 && group != own_group) kill(-group, SIGKILL);
        kill(pid, SIGKILL);
    }
    closedir(processes);
}

int end_descendants(void) {
    sigset_t child_ended;
    sigemptyset(&child_ended);
    sigaddset(&child_ended, SIGCHLD);
    struct timespec begin, now, moment = {.tv_nsec = 100000000};
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (int killed = 0;;) {
        int status;
        pid_t dead;
        while ((dead = waitpid(-1, &status, WNOHANG)) > 0) {
            if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) killed++;
        }
        if (dead < 0) return killed;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - begin.tv_sec > PATIENCE_SECONDS) return killed + 1;
        kill_children();
        sigtimedwait(&child_ended, NULL, &moment); /* SIGCHLD is blocked, so it waits for us here */
    }
}
