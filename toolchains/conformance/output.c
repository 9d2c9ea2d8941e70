/* Shows that much output arrives whole: argv[1] bytes in lines of 64, every line different. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    long bytes = argc > 1 ? atol(argv[1]) : 10485760;
    for (unsigned long long line = 0; line < (unsigned long long)bytes / 64; line++)
        if (printf("%015llu %047llu\n", line, line * 2654435761u % 1000000007u) != 64)
            return 1;
    return fflush(stdout) == 0 ? 0 : 1;
}
