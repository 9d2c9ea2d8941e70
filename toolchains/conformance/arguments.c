/* Shows that arguments arrive one by one and byte for byte: spaces, quotes, Unicode, empty ones. */
#include <stdio.h>

int main(int argc, char **argv)
{
    printf("%d\n", argc - 1);
    for (int i = 1; i < argc; i++)
        printf("[%s]\n", argv[i]);
    return 0;
}
