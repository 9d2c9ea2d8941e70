/* Tries to reach files that were not given to it: argv[1] is the preopened folder, the rest are paths that lead out:
 * `..`, absolute ones, symbolic links to a file, to a folder and to each other. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void judge(int reached, const char *how, const char *path)
{
    printf("%s %s %s\n", reached ? "REACHED" : "refused", how, path);
}

static int reads(const char *path)
{
    char byte;
    int file = open(path, O_RDONLY);
    int got = file >= 0 && read(file, &byte, 1) == 1;
    if (file >= 0)
        close(file);
    return got;
}

static int writes(const char *path)
{
    int file = open(path, O_WRONLY | O_APPEND);
    int put = file >= 0 && write(file, "x", 1) == 1;
    if (file >= 0)
        close(file);
    return put;
}

/* Naming the outside inside, by a link or by moving it in, would be a way out as well. An engine that makes no such link
 * has refused what would be done by it: the same lines are printed everywhere, so that they can be counted. */
static void link_it(const char *folder, const char *path)
{
    char inside[512];
    snprintf(inside, sizeof inside, "%s/own-link", folder);
    unlink(inside);
    int made = symlink(path, inside) == 0;
    judge(made && reads(inside), "read-by-own-link", path);
    judge(made && writes(inside), "write-by-own-link", path);
    unlink(inside);
    int linked = link(path, inside) == 0;
    judge(linked && open(inside, O_RDONLY) >= 0, "link", path);
}

/* A path that ends in a slash is a folder outside: nothing may come into being in it. */
static void fill_it(const char *folder)
{
    char made[600];
    snprintf(made, sizeof made, "%smade-by-the-guest", folder);
    judge(open(made, O_WRONLY | O_CREAT | O_EXCL, 0666) >= 0, "create", made);
    judge(mkdir(made, 0777) == 0, "mkdir", made);
    judge(symlink("anything", made) == 0, "symlink", made);
}

int main(int argc, char **argv)
{
    for (int i = 2; i < argc; i++) {
        struct stat status;
        if (argv[i][strlen(argv[i]) - 1] == '/') {
            fill_it(argv[i]);
            continue;
        }
        judge(reads(argv[i]), "read", argv[i]);
        judge(writes(argv[i]), "write", argv[i]);
        link_it(argv[1], argv[i]);
        judge(stat(argv[i], &status) == 0 && S_ISREG(status.st_mode), "stat", argv[i]);
    }
    return 0;
}
