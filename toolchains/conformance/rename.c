/* Shows that a file can be given another name, in the preopened folder argv[1], and in another folder of it. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

int main(int argc, char **argv)
{
    if (chdir(argc > 1 ? argv[1] : ".") != 0)
        return 1;
    FILE *file = fopen("first", "w");
    if (file == NULL || fputs("kept", file) < 0 || fclose(file) != 0 || mkdir("folder", 0777) != 0)
        return 1;
    int renamed = rename("first", "second") == 0 && !exists("first") && exists("second");
    int moved = rename("second", "folder/third") == 0 && !exists("second") && exists("folder/third");
    printf("renamed %d moved %d\n", renamed, moved);
    return renamed && moved ? 0 : 1;
}
