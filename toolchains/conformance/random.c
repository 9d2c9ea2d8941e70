/* Shows that the host gives random numbers: hash tables of several languages do not start without. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    unsigned char first[32] = {0}, second[32] = {0};
    if (getentropy(first, sizeof first) != 0 || getentropy(second, sizeof second) != 0)
        return 1;
    puts(memcmp(first, second, sizeof first) != 0 ? "different" : "the same");
    return 0;
}
