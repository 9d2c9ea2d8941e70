/* Waiting for clocks and descriptors; and sockets, of which a guest here has none. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <time.h>

#include "wasi.h"

enum { subscription_bytes = 48, event_bytes = 32, most_subscriptions = 64 };
enum { on_clock = 0, on_read = 1, on_write = 2 };

/* The fields of a subscription that preview 1 lays out in 48 bytes. */
struct subscription {
    uint64_t user_data;
    uint8_t kind;
    uint32_t subject;
    uint64_t timeout;
    int absolute;
};

static struct subscription subscription_at(const uint8_t *guest)
{
    struct subscription asked = {.kind = guest[8]};
    memcpy(&asked.user_data, guest, 8);
    memcpy(&asked.subject, guest + 16, 4);
    memcpy(&asked.timeout, guest + 24, 8);
    asked.absolute = guest[40] & 1;
    return asked;
}

static int64_t nanoseconds_left(const struct subscription *asked)
{
    struct timespec now;
    if (!asked->absolute)
        return (int64_t)asked->timeout;
    clock_gettime(asked->subject == 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC, &now);
    return (int64_t)asked->timeout - (int64_t)now.tv_sec * 1000000000 - now.tv_nsec;
}

static void put_event(uint8_t *guest, const struct subscription *asked, uint16_t error)
{
    memset(guest, 0, event_bytes);
    memcpy(guest, &asked->user_data, 8);
    memcpy(guest + 8, &error, 2);
    guest[10] = asked->kind;
}

uint32_t wasi_poll_oneoff(struct wasi *wasi, const uint64_t *words)
{
    uint64_t count = words[2];
    const uint8_t *in = wasi_at(wasi, words[0], count * subscription_bytes);
    uint8_t *out = wasi_at(wasi, words[1], count * event_bytes);
    struct subscription asked[most_subscriptions];
    struct pollfd polled[most_subscriptions];
    int64_t shortest = -1;
    uint32_t events = 0;
    if (count == 0 || count > most_subscriptions)
        return WASI_EINVAL;
    if (in == NULL || out == NULL)
        return WASI_EFAULT;
    for (uint64_t i = 0; i < count; i++) {
        asked[i] = subscription_at(in + i * subscription_bytes);
        struct wasi_descriptor *descriptor = wasi_descriptor(wasi, asked[i].subject);
        polled[i] = (struct pollfd){.fd = -1};
        if (asked[i].kind == on_clock) {
            int64_t left = nanoseconds_left(&asked[i]);
            shortest = shortest < 0 || left < shortest ? (left < 0 ? 0 : left) : shortest;
        } else if (descriptor == NULL) {
            return WASI_EBADF;
        } else {
            polled[i] = (struct pollfd){
                .fd = descriptor->file, .events = asked[i].kind == on_read ? POLLIN : POLLOUT};
        }
    }
    struct timespec limit = {.tv_sec = shortest / 1000000000, .tv_nsec = shortest % 1000000000};
    int ready = ppoll(polled, (nfds_t)count, shortest < 0 ? NULL : &limit, NULL);
    if (ready < 0)
        return wasi_error(errno);
    for (uint64_t i = 0; i < count; i++) {
        int due = asked[i].kind == on_clock ? ready == 0 && nanoseconds_left(&asked[i]) <= shortest : polled[i].revents;
        if (due)
            put_event(out + event_bytes * events++, &asked[i], WASI_SUCCESS);
    }
    return wasi_put32(wasi, words[3], events);
}

static uint32_t no_sockets(void)
{
    return WASI_ENOTSUP;
}

uint32_t wasi_sock_accept(struct wasi *wasi, const uint64_t *words)
{
    (void)wasi, (void)words;
    return no_sockets();
}

uint32_t wasi_sock_recv(struct wasi *wasi, const uint64_t *words)
{
    (void)wasi, (void)words;
    return no_sockets();
}

uint32_t wasi_sock_send(struct wasi *wasi, const uint64_t *words)
{
    (void)wasi, (void)words;
    return no_sockets();
}

uint32_t wasi_sock_shutdown(struct wasi *wasi, const uint64_t *words)
{
    (void)wasi, (void)words;
    return no_sockets();
}
