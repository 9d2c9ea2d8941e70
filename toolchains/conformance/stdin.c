/* Shows that standard input arrives whole and that its end is seen. */
#include <ctype.h>
#include <stdio.h>

int main(void)
{
    long bytes = 0;
    for (int c; (c = getchar()) != EOF; bytes++)
        putchar(toupper(c));
    printf("%ld bytes\n", bytes);
    return ferror(stdin) ? 1 : 0;
}
