/* Shows that the engine's own stack is no smaller than ordinary programs need. */
#include <stdio.h>
#include <stdlib.h>

/* The result of the inner call is used after it, so that no compiler turns this into a loop. */
__attribute__((noinline)) static unsigned long depth_sum(unsigned long n)
{
    if (n == 0)
        return 1;
    unsigned long below = depth_sum(n - 1);
    return (below << 1 | below >> 31) ^ n;
}

int main(int argc, char **argv)
{
    unsigned long depth = argc > 1 ? strtoul(argv[1], NULL, 10) : 30000;
    printf("%lu %lu\n", depth, depth_sum(depth) & 0xffffffffUL);
    return 0;
}
