/* Shows every thing that workloads do with files, in the preopened folder argv[1], which holds input.txt. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[256];

static const char *in(const char *name)
{
    static char paths[2][512];
    static int turn;
    turn = !turn;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", folder, name);
    return paths[turn];
}

static void check(int ok, const char *what)
{
    int error = errno; /* printf asks whether it writes to a terminal, and forgets it. */
    printf("%s %s\n", ok ? "did" : "failed", what);
    if (!ok) {
        fprintf(stderr, "%s: %s\n", what, strerror(error));
        exit(1);
    }
}

static void copy_first_line(void)
{
    char text[64] = "";
    FILE *input = fopen(in("input.txt"), "r"), *output = fopen(in("work/output.txt"), "w");
    check(input != NULL && output != NULL, "open");
    check(fgets(text, sizeof text, input) != NULL, "read");
    check(fputs(text, output) >= 0 && fclose(output) == 0 && fclose(input) == 0, "write");
}

static void append_and_seek(void)
{
    char tail[16] = "";
    FILE *file = fopen(in("work/output.txt"), "a");
    check(file != NULL && fputs("appended\n", file) >= 0 && fclose(file) == 0, "append");
    file = fopen(in("work/output.txt"), "r");
    check(file != NULL && fseek(file, -9, SEEK_END) == 0 && fgets(tail, sizeof tail, file) != NULL, "seek");
    check(strcmp(tail, "appended\n") == 0 && fclose(file) == 0, "read what was appended");
}

int main(int argc, char **argv)
{
    struct stat status;
    snprintf(folder, sizeof folder, "%s", argc > 1 ? argv[1] : ".");
    check(mkdir(in("work"), 0777) == 0, "mkdir");
    copy_first_line();
    append_and_seek();
    check(stat(in("work/output.txt"), &status) == 0, "stat");
    printf("%lld bytes\n", (long long)status.st_size);
    check(truncate(in("work/output.txt"), 5) == 0 && stat(in("work/output.txt"), &status) == 0, "truncate");
    check(status.st_size == 5, "see the new size");
    check(unlink(in("work/output.txt")) == 0 && access(in("work/output.txt"), F_OK) != 0, "unlink");
    check(rmdir(in("work")) == 0, "rmdir");
    FILE *kept = fopen(in("kept.txt"), "w");
    check(kept != NULL && fputs("first", kept) >= 0 && fclose(kept) == 0, "keep a file");
    return 0;
}
