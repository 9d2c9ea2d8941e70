/* Starts a program of the tree of packages that lies beside this one: the program whose name this one was called by.
 *
 * The packages are of a newer release than the machine may be, so their programs run on their own loader and C library.
 * A loader is named in a program by an absolute path, which a tree that may be moved does not have: hence this. Linked
 * programs that are not static (the build scripts of crates) get the tree's loader, for they run where they were made. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { most_added = 10, longest_path = 4096 };

static char tree[longest_path];

static char *joined(const char *head, const char *middle, const char *tail) {
    size_t size = strlen(head) + strlen(middle) + strlen(tail) + 1;
    char *text = malloc(size);
    if (text == NULL) {
        perror("rust: no memory");
        exit(1);
    }
    snprintf(text, size, "%s%s%s", head, middle, tail);
    return text;
}

static bool find_tree(void) {
    ssize_t length = readlink("/proc/self/exe", tree, sizeof tree - sizeof "/tree");
    if (length <= 0) {
        return false;
    }
    tree[length] = '\0';
    strcpy(strrchr(tree, '/'), "/tree");
    return true;
}

static const char *place_of(const char *name) {
    if (strcmp(name, "cc") == 0) {
        return "/usr/bin/x86_64-linux-gnu-gcc-14";
    }
    if (strcmp(name, "collect2") == 0) {
        return "/usr/libexec/gcc/x86_64-linux-gnu/14/collect2";
    }
    return joined("/usr/bin/", name, "");
}

static bool is_static(char **arguments) {
    for (; *arguments != NULL; arguments++) {
        if (strcmp(*arguments, "-static") == 0 || strcmp(*arguments, "-static-pie") == 0) {
            return true;
        }
    }
    return false;
}

/* What makes the C compiler link with the tree's files only. */
static int add_linking(char **command, int count, const char *loader, const char *libraries, bool dynamic) {
    command[count++] = joined("--sysroot=", tree, "");
    command[count++] = joined("-B", tree, "/../");
    if (dynamic) {
        command[count++] = joined("-Wl,--dynamic-linker=", loader, "");
        command[count++] = joined("-Wl,-rpath,", libraries, "");
    }
    return count;
}

int main(int argc, char **argv) {
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash == NULL ? argv[0] : slash + 1;
    char **command = calloc((size_t)argc + most_added, sizeof *command);
    int count = 0;
    if (command == NULL || !find_tree()) {
        perror("rust: cannot find its tree");
        return 1;
    }
    char *loader = joined(tree, "/usr/lib64/ld-linux-x86-64.so.2", "");
    char *libraries = joined(tree, "/usr/lib/x86_64-linux-gnu", "");
    char *program = joined(tree, place_of(name), "");
    command[count++] = loader;
    command[count++] = "--argv0";
    command[count++] = program;
    command[count++] = "--library-path";
    command[count++] = libraries;
    command[count++] = program;
    if (strcmp(name, "cc") == 0) {
        count = add_linking(command, count, loader, libraries, !is_static(argv + 1));
    }
    memcpy(command + count, argv + 1, (size_t)argc * sizeof *argv);
    execv(loader, command);
    perror(loader);
    return 1;
}
