/* The guest's table of open files and folders. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "wasi.h"

static const uint64_t every_right = 0x1fffffff;
static const uint64_t seek_and_tell = 0x24;

struct wasi_descriptor *wasi_descriptor(struct wasi *wasi, uint64_t number)
{
    if (number >= WASI_MAXIMAL_DESCRIPTORS || wasi->descriptors[number].file < 0)
        return NULL;
    return &wasi->descriptors[number];
}

uint32_t wasi_add(struct wasi *wasi, int file, uint64_t address)
{
    for (uint32_t number = 0; number < WASI_MAXIMAL_DESCRIPTORS; number++)
        if (wasi->descriptors[number].file < 0) {
            wasi->descriptors[number] = (struct wasi_descriptor){.file = file};
            return wasi_put32(wasi, address, number);
        }
    close(file);
    return WASI_ENFILE;
}

static uint32_t release(struct wasi_descriptor *descriptor)
{
    int failed = descriptor->listing != NULL ? closedir(descriptor->listing) : 0;
    failed |= close(descriptor->file);
    *descriptor = (struct wasi_descriptor){.file = -1};
    return failed ? wasi_error(errno) : WASI_SUCCESS;
}

uint32_t wasi_fd_close(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    return descriptor == NULL ? WASI_EBADF : release(descriptor);
}

uint32_t wasi_fd_renumber(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *from = wasi_descriptor(wasi, words[0]), *to = wasi_descriptor(wasi, words[1]);
    if (from == NULL || to == NULL)
        return WASI_EBADF;
    if (from == to)
        return WASI_SUCCESS;
    uint32_t error = release(to);
    *to = *from;
    *from = (struct wasi_descriptor){.file = -1};
    return error;
}

uint32_t wasi_fd_prestat_get(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *folder = wasi_descriptor(wasi, words[0]);
    if (folder == NULL || folder->preopened == NULL)
        return WASI_EBADF;
    uint32_t error = wasi_put32(wasi, words[1], 0);
    return error ? error : wasi_put32(wasi, words[1] + 4, (uint32_t)strlen(folder->preopened));
}

uint32_t wasi_fd_prestat_dir_name(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *folder = wasi_descriptor(wasi, words[0]);
    if (folder == NULL || folder->preopened == NULL)
        return WASI_EBADF;
    size_t bytes = strlen(folder->preopened);
    void *target = wasi_at(wasi, words[1], words[2]);
    if (target == NULL)
        return WASI_EFAULT;
    if (bytes > words[2])
        return WASI_ENAMETOOLONG;
    memcpy(target, folder->preopened, bytes);
    return WASI_SUCCESS;
}

uint32_t wasi_filetype(unsigned mode)
{
    switch (mode & S_IFMT) {
    case S_IFBLK: return 1;
    case S_IFCHR: return 2;
    case S_IFDIR: return 3;
    case S_IFREG: return 4;
    case S_IFSOCK: return 6;
    case S_IFLNK: return 7;
    default: return 0;
    }
}

int wasi_open_flags(uint64_t fdflags)
{
    return (fdflags & 1 ? O_APPEND : 0) | (fdflags & 2 ? O_DSYNC : 0) | (fdflags & 4 ? O_NONBLOCK : 0)
           | (fdflags & 24 ? O_SYNC : 0);
}

uint32_t wasi_fd_fdstat_get(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    struct stat status;
    if (descriptor == NULL)
        return WASI_EBADF;
    int flags = fcntl(descriptor->file, F_GETFL);
    if (flags < 0 || fstat(descriptor->file, &status) != 0)
        return wasi_error(errno);
    uint32_t type = wasi_filetype(status.st_mode);
    uint32_t guest_flags = (flags & O_APPEND ? 1u : 0) | (flags & O_NONBLOCK ? 4u : 0);
    /* A terminal is a character device without seeking: that is how wasi-libc's isatty knows it. */
    uint64_t rights = type == 2 || type == 0 ? every_right & ~seek_and_tell : every_right;
    if (wasi_at(wasi, words[1], 24) == NULL)
        return WASI_EFAULT;
    wasi_put64(wasi, words[1], type | guest_flags << 16);
    wasi_put64(wasi, words[1] + 8, rights);
    return wasi_put64(wasi, words[1] + 16, every_right);
}

uint32_t wasi_fd_fdstat_set_flags(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    if (descriptor == NULL)
        return WASI_EBADF;
    return fcntl(descriptor->file, F_SETFL, wasi_open_flags(words[1])) == 0 ? WASI_SUCCESS : wasi_error(errno);
}

uint32_t wasi_fd_fdstat_set_rights(struct wasi *wasi, const uint64_t *words)
{
    return wasi_descriptor(wasi, words[0]) == NULL ? WASI_EBADF : WASI_SUCCESS;
}

uint32_t wasi_put_filestat(const struct wasi *wasi, uint64_t address, const struct stat *status)
{
    if (wasi_at(wasi, address, 64) == NULL)
        return WASI_EFAULT;
    const struct timespec *times[] = {&status->st_atim, &status->st_mtim, &status->st_ctim};
    wasi_put64(wasi, address, status->st_dev);
    wasi_put64(wasi, address + 8, status->st_ino);
    wasi_put64(wasi, address + 16, wasi_filetype(status->st_mode));
    wasi_put64(wasi, address + 24, status->st_nlink);
    wasi_put64(wasi, address + 32, (uint64_t)status->st_size);
    for (int i = 0; i < 3; i++)
        wasi_put64(wasi, address + 40 + 8 * (uint64_t)i,
                   (uint64_t)times[i]->tv_sec * 1000000000u + (uint64_t)times[i]->tv_nsec);
    return WASI_SUCCESS;
}

static struct timespec time_of(uint64_t nanoseconds, int given, int now)
{
    if (now || !given)
        return (struct timespec){.tv_nsec = now ? UTIME_NOW : UTIME_OMIT};
    return (struct timespec){
        .tv_sec = (time_t)(nanoseconds / 1000000000u), .tv_nsec = (long)(nanoseconds % 1000000000u)};
}

uint32_t wasi_times(uint64_t accessed, uint64_t modified, uint64_t flags, struct timespec times[2])
{
    if ((flags & 3) == 3 || (flags & 12) == 12)
        return WASI_EINVAL;
    times[0] = time_of(accessed, flags & 1, (flags & 2) != 0);
    times[1] = time_of(modified, (flags & 4) != 0, (flags & 8) != 0);
    return WASI_SUCCESS;
}

uint32_t wasi_fd_filestat_get(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    struct stat status;
    if (descriptor == NULL)
        return WASI_EBADF;
    return fstat(descriptor->file, &status) == 0 ? wasi_put_filestat(wasi, words[1], &status) : wasi_error(errno);
}

uint32_t wasi_fd_filestat_set_size(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    if (descriptor == NULL)
        return WASI_EBADF;
    return ftruncate(descriptor->file, (off_t)words[1]) == 0 ? WASI_SUCCESS : wasi_error(errno);
}

uint32_t wasi_fd_filestat_set_times(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    struct timespec times[2];
    if (descriptor == NULL)
        return WASI_EBADF;
    uint32_t error = wasi_times(words[1], words[2], words[3], times);
    if (error != WASI_SUCCESS)
        return error;
    return futimens(descriptor->file, times) == 0 ? WASI_SUCCESS : wasi_error(errno);
}
