/* The least that an engine can do. */
#include <stdio.h>

int main(void)
{
    puts("hello");
    return 0;
}
