#include "request.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { KEPT_SIZE = 64 << 10, LARGEST = 256 << 20 };

/* A string takes at least its length and its NUL: that bounds the pointers a body of some size can need. */
#define POINTERS(size) (((size) / (sizeof(uint32_t) + 1) + 4) * sizeof(char *))

static _Alignas(char *) unsigned char kept[KEPT_SIZE + POINTERS(KEPT_SIZE)];

struct reader {
    unsigned char *at;
    unsigned char *end;
    char **pointers;
    bool broken;
};

static bool read_exactly(int descriptor, void *bytes, size_t length) {
    for (size_t done = 0; done < length;) {
        ssize_t got = read(descriptor, (char *)bytes + done, length - done);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        done += (size_t)got;
    }
    return true;
}

static void take(struct reader *reader, void *value, size_t size) {
    if ((size_t)(reader->end - reader->at) < size) {
        reader->broken = true;
        memset(value, 0, size);
        return;
    }
    memcpy(value, reader->at, size);
    reader->at += size;
}

static uint32_t take_count(struct reader *reader) {
    uint32_t count;
    take(reader, &count, sizeof count);
    return count;
}

static uint64_t take_large(struct reader *reader) {
    uint64_t value;
    take(reader, &value, sizeof value);
    return value;
}

static char *take_string(struct reader *reader) {
    size_t length = take_count(reader);
    if (reader->broken || (size_t)(reader->end - reader->at) <= length || reader->at[length] != '\0') {
        reader->broken = true;
        return "";
    }
    char *string = (char *)reader->at;
    reader->at += length + 1;
    return string;
}

static char **take_strings(struct reader *reader) {
    char **first = reader->pointers;
    uint32_t count = take_count(reader);
    for (uint32_t i = 0; i < count && !reader->broken; i++) *reader->pointers++ = take_string(reader);
    *reader->pointers++ = NULL;
    return first;
}

static void take_cpus(struct reader *reader, cpu_set_t *cpus) {
    CPU_ZERO(cpus);
    uint32_t count = take_count(reader);
    for (uint32_t i = 0; i < count && !reader->broken; i++) {
        uint32_t cpu = take_count(reader);
        if (cpu >= CPU_SETSIZE) reader->broken = true;
        else CPU_SET(cpu, cpus);
    }
}

static void *room_for(size_t length, struct request *request) {
    if (length <= KEPT_SIZE) return kept;
    request->memory_size = ((length + 7) & ~(size_t)7) + POINTERS(length);
    void *memory = mmap(NULL, request->memory_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return NULL;
    return request->memory = memory;
}

enum request_state request_read(int descriptor, struct request *request) {
    uint32_t length;
    memset(request, 0, sizeof *request);
    if (!read_exactly(descriptor, &length, sizeof length)) return REQUEST_END;
    unsigned char *body = length > LARGEST ? NULL : room_for(length, request);
    if (body == NULL) return REQUEST_BROKEN;
    if (!read_exactly(descriptor, body, length)) return REQUEST_END;

    size_t aligned = ((size_t)length + 7) & ~(size_t)7;
    struct reader reader = {.at = body, .end = body + length, .pointers = (char **)(void *)(body + aligned)};
    request->timeout_ns = take_large(&reader);
    request->file_limit = take_large(&reader);
    take_cpus(&reader, &request->cpus);
    request->cgroups = take_strings(&reader);
    request->program = take_string(&reader);
    request->directory = take_string(&reader);
    request->input = take_string(&reader);
    request->output = take_string(&reader);
    request->errors = take_string(&reader);
    request->arguments = take_strings(&reader);
    request->environment = take_strings(&reader);
    return reader.broken || reader.at != reader.end ? REQUEST_BROKEN : REQUEST_COMPLETE;
}

bool request_release(struct request *request) {
    if (request->memory == NULL) return false;
    munmap(request->memory, request->memory_size);
    return true;
}
