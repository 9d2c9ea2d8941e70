/* WASI preview 1 for engines that bring none: wasm3, and the C that wasm2c makes. Linux only; a guest stays inside its
 * preopened folders because every path is resolved by openat2 with RESOLVE_BENEATH. */
#ifndef TARE_WASI_H
#define TARE_WASI_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

/* Name and parameters of each function, i for 32 and I for 64 bits; each returns an error number. proc_exit, which
 * returns nothing, stands apart. */
#define WASI_FUNCTIONS(X)                           \
    X(args_get, i, i)                               \
    X(args_sizes_get, i, i)                         \
    X(clock_res_get, i, i)                          \
    X(clock_time_get, i, I, i)                      \
    X(environ_get, i, i)                            \
    X(environ_sizes_get, i, i)                      \
    X(fd_advise, i, I, I, i)                        \
    X(fd_allocate, i, I, I)                         \
    X(fd_close, i)                                  \
    X(fd_datasync, i)                               \
    X(fd_fdstat_get, i, i)                          \
    X(fd_fdstat_set_flags, i, i)                    \
    X(fd_fdstat_set_rights, i, I, I)                \
    X(fd_filestat_get, i, i)                        \
    X(fd_filestat_set_size, i, I)                   \
    X(fd_filestat_set_times, i, I, I, i)            \
    X(fd_pread, i, i, i, I, i)                      \
    X(fd_prestat_dir_name, i, i, i)                 \
    X(fd_prestat_get, i, i)                         \
    X(fd_pwrite, i, i, i, I, i)                     \
    X(fd_read, i, i, i, i)                          \
    X(fd_readdir, i, i, i, I, i)                    \
    X(fd_renumber, i, i)                            \
    X(fd_seek, i, I, i, i)                          \
    X(fd_sync, i)                                   \
    X(fd_tell, i, i)                                \
    X(fd_write, i, i, i, i)                         \
    X(path_create_directory, i, i, i)               \
    X(path_filestat_get, i, i, i, i, i)             \
    X(path_filestat_set_times, i, i, i, i, I, I, i) \
    X(path_link, i, i, i, i, i, i, i)               \
    X(path_open, i, i, i, i, i, I, I, i, i)         \
    X(path_readlink, i, i, i, i, i, i)              \
    X(path_remove_directory, i, i, i)               \
    X(path_rename, i, i, i, i, i, i)                \
    X(path_symlink, i, i, i, i, i)                  \
    X(path_unlink_file, i, i, i)                    \
    X(poll_oneoff, i, i, i, i)                      \
    X(proc_raise, i)                                \
    X(random_get, i, i)                             \
    X(sched_yield)                                  \
    X(sock_accept, i, i, i)                         \
    X(sock_recv, i, i, i, i, i, i)                  \
    X(sock_send, i, i, i, i, i)                     \
    X(sock_shutdown, i, i)

enum wasi_errno {
    WASI_SUCCESS = 0,
    WASI_EACCES = 2,
    WASI_EBADF = 8,
    WASI_EFAULT = 21,
    WASI_EINVAL = 28,
    WASI_EIO = 29,
    WASI_ENAMETOOLONG = 37,
    WASI_ENFILE = 41,
    WASI_ENOSYS = 52,
    WASI_ENOTSUP = 58,
    WASI_ENOTCAPABLE = 76
};

enum { WASI_MAXIMAL_DESCRIPTORS = 256, WASI_MAXIMAL_PATH = 4096 };

struct wasi_descriptor {
    int file;         /* the host's descriptor, -1 where the slot is free */
    char *preopened;  /* the guest's name of a preopened folder */
    void *listing;    /* the DIR of a folder that is being listed */
};

struct wasi {
    /* The engine sets both before each call, since linear memory moves when it grows. */
    uint8_t *memory;
    uint64_t memory_bytes;
    char **arguments;
    uint32_t argument_count;
    char **environment;
    uint32_t environment_count;
    struct wasi_descriptor descriptors[WASI_MAXIMAL_DESCRIPTORS];
};

typedef uint32_t wasi_function(struct wasi *wasi, const uint64_t *words);

#define WASI_DECLARE(name, ...) wasi_function wasi_##name;
WASI_FUNCTIONS(WASI_DECLARE)
#undef WASI_DECLARE

/* Reads [--dir=HOST::GUEST]... [--env=NAME=VALUE]... [MODULE] ARGUMENT..., opens the folders, and leaves the rest as the
 * guest's arguments. Ends the process with 2 where the command line is wrong. */
void wasi_start(struct wasi *wasi, int argc, char **argv);

_Noreturn void wasi_proc_exit(uint32_t code);

/* For the files of this library. */
uint32_t wasi_error(int host_errno);
void *wasi_at(const struct wasi *wasi, uint64_t address, uint64_t bytes);
uint32_t wasi_put32(const struct wasi *wasi, uint64_t address, uint32_t value);
uint32_t wasi_put64(const struct wasi *wasi, uint64_t address, uint64_t value);
struct wasi_descriptor *wasi_descriptor(struct wasi *wasi, uint64_t number);
uint32_t wasi_add(struct wasi *wasi, int file, uint64_t address);
struct stat;
uint32_t wasi_put_filestat(const struct wasi *wasi, uint64_t address, const struct stat *status);
uint32_t wasi_times(uint64_t accessed, uint64_t modified, uint64_t flags, struct timespec times[2]);
int wasi_open_flags(uint64_t fdflags);
uint32_t wasi_filetype(unsigned mode);

#endif
