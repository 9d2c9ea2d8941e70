/* Shows that the guest's exit code is the engine's. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int code = argc > 1 ? atoi(argv[1]) : 42;
    printf("leaving with %d\n", code);
    exit(code);
}
