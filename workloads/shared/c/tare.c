/* The half of the guest contract that every C and C++ guest shares: marks, repetitions, and how a guest refuses.
 *
 * Nothing here uses printf: it would be the larger part of a small Wasm module, and the begin mark must leave in one
 * unbuffered write before the guest has done anything. Compiles as C11 and as C++. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include "tare.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char repeat_option[] = "--tare-repeat";

/* Some container handlers join all arguments into one; one that begins with this is taken apart at its blanks. */
static const char words_option[] = "--tare-words ";

typedef struct {
    char text[512];
    size_t length;
} Line;

static void add_text(Line *line, const char *text) {
    while (*text != '\0' && line->length < sizeof line->text - 1) {
        line->text[line->length++] = *text++;
    }
}

static void add_number(Line *line, int64_t number) {
    char digits[24];
    char *first = digits + sizeof digits - 1;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    *first = '\0';
    do {
        *--first = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (number < 0) {
        *--first = '-';
    }
    add_text(line, first);
}

/* A lost line is not the guest's to handle: whoever reads standard error finds it absent. */
static void send(Line *line) {
    ssize_t written;
    line->text[line->length++] = '\n';
    written = write(STDERR_FILENO, line->text, line->length);
    (void)written;
}

static int64_t nanoseconds_of(clockid_t clock) {
    struct timespec time;
    if (clock_gettime(clock, &time) != 0) {
        tare_fail("no clock", strerror(errno));
    }
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void mark(const char *name, int64_t nanoseconds) {
    Line line;
    line.length = 0;
    add_text(&line, "@tare ");
    add_text(&line, name);
    add_text(&line, " ");
    add_number(&line, nanoseconds);
    send(&line);
}

static void mark_repetition(int64_t repetition, int64_t nanoseconds) {
    Line line;
    line.length = 0;
    add_text(&line, "@tare repetition ");
    add_number(&line, repetition);
    add_text(&line, " ");
    add_number(&line, nanoseconds);
    send(&line);
}

static void complain(const char *problem, const char *subject) {
    Line line;
    line.length = 0;
    add_text(&line, problem);
    add_text(&line, ": ");
    add_text(&line, subject);
    send(&line);
}

int64_t tare_monotonic_ns(void) {
    return nanoseconds_of(CLOCK_MONOTONIC);
}

void tare_kernel(int64_t nanoseconds) {
    mark("kernel", nanoseconds);
}

void tare_reject(const char *problem, const char *subject) {
    complain(problem, subject);
    exit(2);
}

void tare_fail(const char *problem, const char *subject) {
    complain(problem, subject);
    exit(1);
}

int64_t tare_number(const char *name, const char *text, int64_t least, int64_t most) {
    char *end;
    long long number;
    errno = 0;
    number = strtoll(text, &end, 10);
    /* strtoll alone would let blanks and a plus sign through. */
    if (strspn(text, "-0123456789") != strlen(text) || end == text || *end != '\0' || errno != 0) {
        tare_reject(name, "not a decimal integer");
    }
    if (number < least || number > most) {
        Line range;
        range.length = 0;
        add_text(&range, "must be from ");
        add_number(&range, least);
        add_text(&range, " to ");
        add_number(&range, most);
        range.text[range.length] = '\0';
        tare_reject(name, range.text);
    }
    return number;
}

/* The answer counts only once it has left the program, so its flush belongs to the guest's run. */
static int run_body(int argc, char **argv) {
    int status = tare_main(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        tare_fail("standard output is lost", strerror(errno));
    }
    return status;
}

static int run_repeatedly(int64_t repetitions, int argc, char **argv) {
    int status = 0;
    for (int64_t repetition = 1; status == 0 && repetition <= repetitions; repetition++) {
        int64_t begin = tare_monotonic_ns();
        status = run_body(argc, argv);
        mark_repetition(repetition, tare_monotonic_ns() - begin);
    }
    return status;
}

/* In a container an engine may open the root for its guest, and not the folder that the container starts in. */
static void enter_directory(void) {
    const char *directory = getenv("TARE_DIRECTORY");
    if (directory != NULL && chdir(directory) != 0) {
        tare_fail(directory, strerror(errno));
    }
}

enum { most_words = 32 };

/* Allocating them would bring in an allocator, a seventh of a small native program. */
static char *words[1 + most_words + 1];

/* Makes an argument list of the program's name and the words of its only argument, and counts it. */
static int take_apart(char *program, char *joined) {
    char *word = joined + sizeof words_option - 1;
    int more = 1;
    int count = 0;
    words[count++] = program;
    while (more) {
        if (count > most_words) {
            tare_reject("arguments", "too many in one");
        }
        words[count++] = word;
        word += strcspn(word, " ");
        more = *word != '\0';
        *word++ = '\0';
    }
    words[count] = NULL;
    return count;
}

static int is_repeat(const char *argument) {
    size_t length = strlen(repeat_option);
    return strncmp(argument, repeat_option, length) == 0 && argument[length] == '=';
}

int main(int argc, char **argv) {
    int status;
    enter_directory();
    mark("begin", nanoseconds_of(CLOCK_REALTIME));
    if (argc == 2 && strncmp(argv[1], words_option, sizeof words_option - 1) == 0) {
        argc = take_apart(argv[0], argv[1]);
        argv = words;
    }
    if (argc > 1 && is_repeat(argv[1])) {
        int64_t repetitions = tare_number(repeat_option, argv[1] + sizeof repeat_option, 1, INT32_MAX);
        argv[1] = argv[0];
        status = run_repeatedly(repetitions, argc - 1, argv + 1);
    } else {
        status = run_body(argc, argv);
    }
    /* The end mark says "completed": some container handlers lose the exit code. */
    if (status == 0) {
        mark("end", nanoseconds_of(CLOCK_REALTIME));
    }
    return status;
}
