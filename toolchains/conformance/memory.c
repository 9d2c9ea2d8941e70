/* Shows that linear memory grows to what a workload asks for and keeps what is written. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    size_t mebibytes = argc > 1 ? strtoul(argv[1], NULL, 10) : 64;
    size_t words = mebibytes * (1u << 20) / sizeof(unsigned);
    unsigned *block = malloc(words * sizeof *block), sum = 0;
    if (block == NULL)
        return 1;
    for (size_t i = 0; i < words; i += 1024)
        block[i] = (unsigned)i;
    for (size_t i = 0; i < words; i += 1024)
        sum = sum * 31 + block[i];
    printf("%zu MiB %u\n", mebibytes, sum);
    free(block);
    return 0;
}
