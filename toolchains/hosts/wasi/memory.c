/* The guest's memory, checked at every access, and the host's error numbers in the guest's. */
#include <errno.h>
#include <string.h>

#include "wasi.h"

void *wasi_at(const struct wasi *wasi, uint64_t address, uint64_t bytes)
{
    if (address > wasi->memory_bytes || bytes > wasi->memory_bytes - address)
        return NULL;
    return wasi->memory + address;
}

uint32_t wasi_put32(const struct wasi *wasi, uint64_t address, uint32_t value)
{
    void *target = wasi_at(wasi, address, sizeof value);
    if (target == NULL)
        return WASI_EFAULT;
    memcpy(target, &value, sizeof value);
    return WASI_SUCCESS;
}

uint32_t wasi_put64(const struct wasi *wasi, uint64_t address, uint64_t value)
{
    void *target = wasi_at(wasi, address, sizeof value);
    if (target == NULL)
        return WASI_EFAULT;
    memcpy(target, &value, sizeof value);
    return WASI_SUCCESS;
}

uint32_t wasi_error(int host_errno)
{
    static const struct {
        int host;
        uint32_t guest;
    } numbers[] = {
        {0, 0}, {E2BIG, 1}, {EACCES, 2}, {EAGAIN, 6}, {EBADF, 8}, {EBUSY, 10}, {EDQUOT, 19}, {EEXIST, 20},
        {EFAULT, 21}, {EFBIG, 22}, {EINTR, 27}, {EINVAL, 28}, {EIO, 29}, {EISDIR, 31}, {ELOOP, 32}, {EMFILE, 33},
        {EMLINK, 34}, {ENAMETOOLONG, 37}, {ENFILE, 41}, {ENODEV, 43}, {ENOENT, 44}, {ENOMEM, 48}, {ENOSPC, 51},
        {ENOSYS, 52}, {ENOTDIR, 54}, {ENOTEMPTY, 55}, {EOPNOTSUPP, 58}, {ENXIO, 60}, {EOVERFLOW, 61}, {EPERM, 63},
        {EPIPE, 64}, {ERANGE, 68}, {EROFS, 69}, {ESPIPE, 70}, {ETXTBSY, 74},
        /* What openat2 says of a path that leads out. */
        {EXDEV, WASI_ENOTCAPABLE},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].host == host_errno)
            return numbers[i].guest;
    return WASI_EIO;
}
