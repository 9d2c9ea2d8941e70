/* Everything that a guest names by a path. No path is handed to a call that would resolve it freely: openat2 resolves
 * beneath the folder, and what it opened is worked on. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "wasi.h"

enum { follow_links = 1 };

/* A folder's descriptor and a path in it, copied and ended by a zero. */
struct place {
    int folder;
    char path[WASI_MAXIMAL_PATH];
};

/* The folder in which the last name of a path stands, and that name. */
struct entry {
    int parent;
    char name[NAME_MAX + 1];
};

static uint32_t copy_text(const struct wasi *wasi, uint64_t address, uint64_t bytes, char text[WASI_MAXIMAL_PATH])
{
    const char *guest = wasi_at(wasi, address, bytes);
    if (guest == NULL)
        return WASI_EFAULT;
    if (bytes >= WASI_MAXIMAL_PATH)
        return WASI_ENAMETOOLONG;
    if (memchr(guest, '\0', bytes) != NULL)
        return WASI_EINVAL;
    memcpy(text, guest, bytes);
    text[bytes] = '\0';
    return WASI_SUCCESS;
}

static uint32_t place_of(
    struct wasi *wasi, uint64_t folder, uint64_t address, uint64_t bytes, struct place *place)
{
    struct wasi_descriptor *descriptor = wasi_descriptor(wasi, folder);
    if (descriptor == NULL)
        return WASI_EBADF;
    place->folder = descriptor->file;
    return copy_text(wasi, address, bytes, place->path);
}

static int open_beneath(int folder, const char *path, int flags)
{
    struct open_how how = {
        .flags = (uint64_t)(flags | O_CLOEXEC),
        .mode = flags & O_CREAT ? 0666 : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

static uint32_t entry_of(struct wasi *wasi, uint64_t folder, uint64_t address, uint64_t bytes, struct entry *entry)
{
    struct place place;
    uint32_t error = place_of(wasi, folder, address, bytes, &place);
    if (error != WASI_SUCCESS)
        return error;
    for (size_t end = strlen(place.path); end > 1 && place.path[end - 1] == '/'; end--)
        place.path[end - 1] = '\0';
    char *slash = strrchr(place.path, '/'), *name = slash == NULL ? place.path : slash + 1;
    if (strlen(name) > NAME_MAX)
        return WASI_ENAMETOOLONG;
    strcpy(entry->name, name);
    if (slash != NULL)
        *slash = '\0';
    /* "/x" has an empty parent: an absolute path, which openat2 would have refused. */
    if (slash == place.path)
        return WASI_ENOTCAPABLE;
    entry->parent = open_beneath(place.folder, slash == NULL ? "." : place.path, O_PATH | O_DIRECTORY);
    return entry->parent < 0 ? wasi_error(errno) : WASI_SUCCESS;
}

static uint32_t finish(struct entry *entry, int failed)
{
    uint32_t error = failed ? wasi_error(errno) : WASI_SUCCESS;
    close(entry->parent);
    return error;
}

static int open_flags(uint64_t oflags, uint64_t rights, uint64_t fdflags)
{
    static const uint64_t reads = 1 << 1 | 1 << 14, writes = 1 << 6 | 1 << 8 | 1 << 22;
    int access = rights & writes ? (rights & reads ? O_RDWR : O_WRONLY) : O_RDONLY;
    return (oflags & 2 ? O_DIRECTORY | O_RDONLY : access) | (oflags & 1 ? O_CREAT : 0) | (oflags & 4 ? O_EXCL : 0)
           | (oflags & 8 ? O_TRUNC : 0) | wasi_open_flags(fdflags);
}

uint32_t wasi_path_open(struct wasi *wasi, const uint64_t *words)
{
    struct place place;
    uint32_t error = place_of(wasi, words[0], words[2], words[3], &place);
    if (error != WASI_SUCCESS)
        return error;
    int flags = open_flags(words[4], words[5], words[7]) | (words[1] & follow_links ? 0 : O_NOFOLLOW);
    int file = open_beneath(place.folder, place.path, flags);
    /* wasi-libc asks for every right when it opens a folder to list it. */
    if (file < 0 && errno == EISDIR && !(flags & O_CREAT))
        file = open_beneath(place.folder, place.path, (flags & ~O_ACCMODE) | O_RDONLY | O_DIRECTORY);
    return file < 0 ? wasi_error(errno) : wasi_add(wasi, file, words[8]);
}

static uint32_t open_place(struct wasi *wasi, const uint64_t *words, int *file)
{
    struct place place;
    uint32_t error = place_of(wasi, words[0], words[2], words[3], &place);
    if (error != WASI_SUCCESS)
        return error;
    *file = open_beneath(place.folder, place.path, O_PATH | (words[1] & follow_links ? 0 : O_NOFOLLOW));
    return *file < 0 ? wasi_error(errno) : WASI_SUCCESS;
}

uint32_t wasi_path_filestat_get(struct wasi *wasi, const uint64_t *words)
{
    struct stat status;
    int file;
    uint32_t error = open_place(wasi, words, &file);
    if (error != WASI_SUCCESS)
        return error;
    error = fstat(file, &status) == 0 ? wasi_put_filestat(wasi, words[4], &status) : wasi_error(errno);
    close(file);
    return error;
}

uint32_t wasi_path_filestat_set_times(struct wasi *wasi, const uint64_t *words)
{
    struct timespec times[2];
    int file;
    uint32_t error = wasi_times(words[4], words[5], words[6], times);
    if (error == WASI_SUCCESS)
        error = open_place(wasi, words, &file);
    if (error != WASI_SUCCESS)
        return error;
    error = utimensat(file, "", times, AT_EMPTY_PATH) == 0 ? WASI_SUCCESS : wasi_error(errno);
    close(file);
    return error;
}

uint32_t wasi_path_create_directory(struct wasi *wasi, const uint64_t *words)
{
    struct entry entry;
    uint32_t error = entry_of(wasi, words[0], words[1], words[2], &entry);
    return error ? error : finish(&entry, mkdirat(entry.parent, entry.name, 0777));
}

uint32_t wasi_path_remove_directory(struct wasi *wasi, const uint64_t *words)
{
    struct entry entry;
    uint32_t error = entry_of(wasi, words[0], words[1], words[2], &entry);
    return error ? error : finish(&entry, unlinkat(entry.parent, entry.name, AT_REMOVEDIR));
}

uint32_t wasi_path_unlink_file(struct wasi *wasi, const uint64_t *words)
{
    struct entry entry;
    uint32_t error = entry_of(wasi, words[0], words[1], words[2], &entry);
    return error ? error : finish(&entry, unlinkat(entry.parent, entry.name, 0));
}

typedef int pair_call(const struct entry *from, const struct entry *to);

static int rename_entry(const struct entry *from, const struct entry *to)
{
    return renameat(from->parent, from->name, to->parent, to->name);
}

/* A link that the guest wants followed is linked as it is: what it leads to could be outside. */
static int link_entry(const struct entry *from, const struct entry *to)
{
    return linkat(from->parent, from->name, to->parent, to->name, 0);
}

static uint32_t with_both(struct wasi *wasi, const uint64_t *from, const uint64_t *to, pair_call *call)
{
    struct entry old, new;
    uint32_t error = entry_of(wasi, from[0], from[1], from[2], &old);
    if (error != WASI_SUCCESS)
        return error;
    error = entry_of(wasi, to[0], to[1], to[2], &new);
    if (error == WASI_SUCCESS)
        error = finish(&new, call(&old, &new));
    close(old.parent);
    return error;
}

uint32_t wasi_path_rename(struct wasi *wasi, const uint64_t *words)
{
    return with_both(wasi, words, words + 3, rename_entry);
}

uint32_t wasi_path_link(struct wasi *wasi, const uint64_t *words)
{
    const uint64_t from[] = {words[0], words[2], words[3]};
    return with_both(wasi, from, words + 4, link_entry);
}

uint32_t wasi_path_symlink(struct wasi *wasi, const uint64_t *words)
{
    char text[WASI_MAXIMAL_PATH];
    struct entry entry;
    uint32_t error = copy_text(wasi, words[0], words[1], text);
    if (error == WASI_SUCCESS)
        error = entry_of(wasi, words[2], words[3], words[4], &entry);
    return error ? error : finish(&entry, symlinkat(text, entry.parent, entry.name));
}

uint32_t wasi_path_readlink(struct wasi *wasi, const uint64_t *words)
{
    char text[WASI_MAXIMAL_PATH];
    struct entry entry;
    uint32_t error = entry_of(wasi, words[0], words[1], words[2], &entry);
    if (error != WASI_SUCCESS)
        return error;
    ssize_t bytes = readlinkat(entry.parent, entry.name, text, sizeof text);
    error = finish(&entry, bytes < 0);
    uint64_t copied = bytes > 0 && (uint64_t)bytes > words[4] ? words[4] : (uint64_t)bytes;
    void *target = error ? NULL : wasi_at(wasi, words[3], copied);
    if (target == NULL)
        return error ? error : WASI_EFAULT;
    memcpy(target, text, copied);
    return wasi_put32(wasi, words[5], (uint32_t)copied);
}
