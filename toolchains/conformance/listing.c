/* Shows that the entries of the preopened folder argv[1] are told, all of them and once, also when they fill many buffers. */
#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { files = 500 };

int main(int argc, char **argv)
{
    static int seen[files];
    char name[32];
    int number, count = 0;
    if (chdir(argc > 1 ? argv[1] : ".") != 0 || mkdir("listed", 0777) != 0)
        return 1;
    for (int i = 0; i < files; i++) {
        snprintf(name, sizeof name, "listed/file-%d", i);
        FILE *file = fopen(name, "w");
        if (file == NULL || fclose(file) != 0)
            return 1;
    }
    DIR *listing = opendir("listed");
    for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
        if (sscanf(entry->d_name, "file-%d", &number) == 1 && number >= 0 && number < files && !seen[number]++)
            count++;
    printf("%d entries\n", count);
    return listing != NULL && closedir(listing) == 0 && count == files ? 0 : 1;
}
