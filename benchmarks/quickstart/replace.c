/*
 * Replaces a JVM that was started without options by one that has them: the same process goes on with another image,
 * so whoever started it waits for, signals and kills what it knows.
 *
 * Only the few functions of JNI that are needed are declared here, by their places in its table (the specification's
 * chapter "JNI Functions" fixes them), since a run-time image of Java brings no headers. No library is linked: execv
 * is found in the C library that the JVM has loaded, whichever that is.
 */

#include <stddef.h>

enum { GET_ARRAY_LENGTH = 171, GET_OBJECT_ARRAY_ELEMENT = 173, GET_BYTE_ARRAY_REGION = 200 };
enum { MOST_BYTES = 1 << 17, MOST_WORDS = 1 << 12, TOO_LARGE = 7 };

typedef void *Reference;
typedef void *const *Environment;
typedef int (*ArrayLength)(const Environment *, Reference);
typedef Reference (*ArrayElement)(const Environment *, Reference, int);
typedef void (*ByteArrayRegion)(const Environment *, Reference, int, int, char *);

int execv(const char *program, char *const *words);
int *__errno_location(void);

static char text[MOST_BYTES];
static char *words[MOST_WORDS];

/* Comes back only with the number of the error. */
int Java_dev_tarebench_benchmarks_quickstart_Replacement_exec(const Environment *java, Reference type, Reference command)
{
    (void) type;
    ArrayLength length = (ArrayLength) (*java)[GET_ARRAY_LENGTH];
    ArrayElement element = (ArrayElement) (*java)[GET_OBJECT_ARRAY_ELEMENT];
    ByteArrayRegion region = (ByteArrayRegion) (*java)[GET_BYTE_ARRAY_REGION];
    int count = length(java, command);
    size_t used = 0;
    if (count >= MOST_WORDS)
        return TOO_LARGE;
    for (int i = 0; i < count; i++) {
        Reference word = element(java, command, i);
        int bytes = length(java, word);
        if (used + (size_t) bytes + 1 > MOST_BYTES)
            return TOO_LARGE;
        region(java, word, 0, bytes, text + used);
        text[used + (size_t) bytes] = '\0';
        words[i] = text + used;
        used += (size_t) bytes + 1;
    }
    words[count] = NULL;
    execv("/proc/self/exe", words);
    return *__errno_location();
}
