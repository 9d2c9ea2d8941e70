#include "file.h"

#include "tare.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>

std::string content_of(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) {
        tare_reject(path, std::strerror(errno));
    }
    // A directory can be opened, and then says that it is immensely long.
    std::FILE *file = S_ISREG(status.st_mode) ? std::fopen(path, "rb") : nullptr;
    if (file == nullptr) {
        tare_reject(path, "not a readable file");
    }
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    if (std::fread(content.data(), 1, content.size(), file) != content.size()) {
        tare_reject(path, "cannot be read");
    }
    std::fclose(file);
    return content;
}
