/* Nothing that a guest started may outlive its execution, or it would disturb the next one. */
#ifndef TARE_TREE_H
#define TARE_TREE_H

#include <sys/types.h>

/* Kills a child that leads a process group, with that group. */
void end_child(pid_t child);

/* Ends and reaps all that is left below this process; returns how many had to be killed. */
int end_descendants(void);

#endif
