/* Shows that the guest's environment is what was asked for and nothing of the host's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static int by_text(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

int main(void)
{
    size_t count = 0;
    while (environ && environ[count])
        count++;
    if (count > 0)
        qsort(environ, count, sizeof *environ, by_text);
    for (size_t i = 0; i < count; i++)
        printf("[%s]\n", environ[i]);
    return 0;
}
