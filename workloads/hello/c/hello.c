/* Prints one line: the smallest program whose answer can be verified. */
#include "tare.h"

#include <stdio.h>

int tare_main(int argc, char **argv) {
    (void)argc;
    (void)argv;
    puts("Hello from Tare");
    return 0;
}
