/* Says that it waits, and does so long enough to be looked at. */
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec long_time = {.tv_sec = 600};
    puts("waiting");
    fflush(stdout);
    return nanosleep(&long_time, NULL);
}
