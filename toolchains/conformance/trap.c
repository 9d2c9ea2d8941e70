/* Shows that a trap ends the guest, is not taken for success, and loses nothing that was flushed before it. */
#include <stdio.h>

int main(void)
{
    puts("before");
    fflush(stdout);
    __builtin_trap();
}
