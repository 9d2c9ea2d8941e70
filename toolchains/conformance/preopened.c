/* Tells the names of the folders that were opened for the guest, a line each. */
#include <stdio.h>
#include <wasi/api.h>

int main(void)
{
    __wasi_prestat_t folder;
    char name[256];
    for (__wasi_fd_t fd = 3; __wasi_fd_prestat_get(fd, &folder) == __WASI_ERRNO_SUCCESS; fd++) {
        size_t length = folder.u.dir.pr_name_len;
        if (length > sizeof name || __wasi_fd_prestat_dir_name(fd, (uint8_t *)name, length) != __WASI_ERRNO_SUCCESS)
            return 1;
        printf("%.*s\n", (int)length, name);
    }
    return 0;
}
