/* Reading, writing and listing what is open. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "wasi.h"

enum { most_vectors = 64 };

/* Fills vectors from the guest's; a guest with more than fit is given a short read or write, as it must expect. */
static int vectors_of(const struct wasi *wasi, uint64_t address, uint64_t count, struct iovec vectors[most_vectors])
{
    int used = count < most_vectors ? (int)count : most_vectors;
    const uint8_t *guest = wasi_at(wasi, address, 8 * count);
    if (guest == NULL)
        return -1;
    for (int i = 0; i < used; i++) {
        uint32_t pair[2];
        memcpy(pair, guest + 8 * i, sizeof pair);
        vectors[i].iov_base = wasi_at(wasi, pair[0], pair[1]);
        vectors[i].iov_len = pair[1];
        if (vectors[i].iov_base == NULL)
            return -1;
    }
    return used;
}

typedef ssize_t transfer(int file, const struct iovec *vectors, int count, off_t offset);

static ssize_t read_next(int file, const struct iovec *vectors, int count, off_t offset)
{
    (void)offset;
    return readv(file, vectors, count);
}

static ssize_t write_next(int file, const struct iovec *vectors, int count, off_t offset)
{
    (void)offset;
    return writev(file, vectors, count);
}

static uint32_t move(struct wasi *wasi, const uint64_t *words, transfer *transfer, uint64_t offset, uint64_t result)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    struct iovec vectors[most_vectors];
    if (descriptor == NULL)
        return WASI_EBADF;
    int count = vectors_of(wasi, words[1], words[2], vectors);
    if (count < 0)
        return WASI_EFAULT;
    ssize_t moved = transfer(descriptor->file, vectors, count, (off_t)offset);
    return moved < 0 ? wasi_error(errno) : wasi_put32(wasi, result, (uint32_t)moved);
}

uint32_t wasi_fd_read(struct wasi *wasi, const uint64_t *words)
{
    return move(wasi, words, read_next, 0, words[3]);
}

uint32_t wasi_fd_write(struct wasi *wasi, const uint64_t *words)
{
    return move(wasi, words, write_next, 0, words[3]);
}

uint32_t wasi_fd_pread(struct wasi *wasi, const uint64_t *words)
{
    return move(wasi, words, preadv, words[3], words[4]);
}

uint32_t wasi_fd_pwrite(struct wasi *wasi, const uint64_t *words)
{
    return move(wasi, words, pwritev, words[3], words[4]);
}

static uint32_t seek(struct wasi *wasi, uint64_t number, int64_t offset, int whence, uint64_t result)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, number);
    if (descriptor == NULL)
        return WASI_EBADF;
    off_t position = lseek(descriptor->file, offset, whence);
    return position < 0 ? wasi_error(errno) : wasi_put64(wasi, result, (uint64_t)position);
}

uint32_t wasi_fd_seek(struct wasi *wasi, const uint64_t *words)
{
    static const int whences[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    return words[2] > 2 ? WASI_EINVAL : seek(wasi, words[0], (int64_t)words[1], whences[words[2]], words[3]);
}

uint32_t wasi_fd_tell(struct wasi *wasi, const uint64_t *words)
{
    return seek(wasi, words[0], 0, SEEK_CUR, words[1]);
}

uint32_t wasi_fd_sync(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    if (descriptor == NULL)
        return WASI_EBADF;
    return fsync(descriptor->file) == 0 ? WASI_SUCCESS : wasi_error(errno);
}

uint32_t wasi_fd_datasync(struct wasi *wasi, const uint64_t *words)
{
    return wasi_fd_sync(wasi, words);
}

uint32_t wasi_fd_advise(struct wasi *wasi, const uint64_t *words)
{
    /* Advice may be ignored. */
    return wasi_descriptor(wasi, words[0]) == NULL ? WASI_EBADF : WASI_SUCCESS;
}

uint32_t wasi_fd_allocate(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, words[0]);
    if (descriptor == NULL)
        return WASI_EBADF;
    return wasi_error(posix_fallocate(descriptor->file, (off_t)words[1], (off_t)words[2]));
}

static uint8_t type_of(unsigned char entry)
{
    switch (entry) {
    case DT_BLK: return 1;
    case DT_CHR: return 2;
    case DT_DIR: return 3;
    case DT_REG: return 4;
    case DT_LNK: return 7;
    default: return 0;
    }
}

static DIR *listing_of(struct wasi_descriptor *folder)
{
    if (folder->listing == NULL) {
        int own = openat(folder->file, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        folder->listing = own < 0 ? NULL : fdopendir(own);
    }
    return folder->listing;
}

/* Entries follow each other without gaps; the last is cut off where the guest's buffer ends, and a full buffer tells the
 * guest to ask again from the last whole entry's cookie. */
uint32_t wasi_fd_readdir(struct wasi *wasi, const uint64_t *words)
{
    struct wasi_descriptor *folder = wasi_descriptor(wasi, words[0]);
    uint8_t *buffer = wasi_at(wasi, words[1], words[2]);
    uint64_t used = 0;
    if (folder == NULL || buffer == NULL)
        return folder == NULL ? WASI_EBADF : WASI_EFAULT;
    DIR *listing = listing_of(folder);
    if (listing == NULL)
        return wasi_error(errno);
    if (words[3] == 0)
        rewinddir(listing);
    else
        seekdir(listing, (long)words[3]);
    for (struct dirent *entry; used < words[2] && (entry = readdir(listing)) != NULL;) {
        uint8_t record[24 + sizeof entry->d_name] = {0};
        uint64_t next = (uint64_t)telldir(listing), inode = entry->d_ino;
        uint32_t length = (uint32_t)strlen(entry->d_name);
        memcpy(record, &next, 8);
        memcpy(record + 8, &inode, 8);
        memcpy(record + 16, &length, 4);
        record[20] = type_of(entry->d_type);
        memcpy(record + 24, entry->d_name, length);
        uint64_t bytes = 24 + (uint64_t)length, room = words[2] - used;
        memcpy(buffer + used, record, bytes < room ? bytes : room);
        used += bytes < room ? bytes : room;
    }
    return wasi_put32(wasi, words[4], (uint32_t)used);
}
