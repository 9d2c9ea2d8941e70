// Sorts the lines of a text and writes them ("all at once"), then sorts the characters of each line and writes those
// ("one at a time"). Works on bytes, so that every language agrees on the order.
#include "tare.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <vector>

namespace {

constexpr std::size_t buffer_size = 1 << 16;
constexpr std::size_t piece_size = 1 << 20;

std::string content(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) {
        tare_reject(path, std::strerror(errno));
    }
    // A directory can be opened, and then says that it is immensely long.
    std::FILE *file = S_ISREG(status.st_mode) ? std::fopen(path, "rb") : nullptr;
    if (file == nullptr) {
        tare_reject(path, "not a readable file");
    }
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    // In pieces, since Wasmtime 49 refuses to read 128 MiB at once.
    for (std::size_t read = 0; read < text.size();) {
        const std::size_t piece = std::fread(text.data() + read, 1, std::min(piece_size, text.size() - read), file);
        if (piece == 0) {
            tare_reject(path, "cannot be read");
        }
        read += piece;
    }
    std::fclose(file);
    return text;
}

// A file of lines that knows the FNV-1a digest of what was written to it.
class Lines {
public:
    explicit Lines(const char *path) : name(path), file(std::fopen(path, "wb")) {
        if (file == nullptr) {
            tare_fail(path, std::strerror(errno));
        }
        std::setvbuf(file, nullptr, _IOFBF, buffer_size);
    }

    void write(std::string_view line) {
        std::fwrite(line.data(), 1, line.size(), file);
        std::fputc('\n', file);
        for (const char byte : line) {
            digest = (digest ^ static_cast<unsigned char>(byte)) * prime;
        }
        digest = (digest ^ '\n') * prime;
    }

    std::uint64_t close() {
        const bool failed = std::ferror(file) != 0;
        if (std::fclose(file) != 0 || failed) {
            tare_fail(name, "cannot be written");
        }
        return digest;
    }

private:
    static constexpr std::uint64_t prime = 0x100000001B3;
    const char *name;
    std::FILE *file;
    std::uint64_t digest = 0xCBF29CE484222325;
};

// The line that begins at `first`, without its end.
std::string_view line_at(const std::string &text, std::size_t first) {
    const std::size_t end = std::min(text.find('\n', first), text.size());
    return {text.data() + first, end - first};
}

std::uint64_t sort_lines(const std::string &text) {
    std::vector<std::string_view> lines;
    lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    for (std::size_t first = 0; first < text.size(); first += lines.back().size() + 1) {
        lines.push_back(line_at(text, first));
    }
    std::sort(lines.begin(), lines.end());
    Lines sorted("lines.txt");
    for (const std::string_view line : lines) {
        sorted.write(line);
    }
    return sorted.close();
}

std::uint64_t sort_characters(std::string &text) {
    Lines sorted("characters.txt");
    for (std::size_t first = 0; first < text.size();) {
        const std::string_view line = line_at(text, first);
        const auto begin = reinterpret_cast<unsigned char *>(text.data()) + first;
        std::sort(begin, begin + line.size());
        sorted.write(line);
        first += line.size() + 1;
    }
    return sorted.close();
}

} // namespace

int tare_main(int argc, char **argv) {
    if (argc != 2) {
        tare_reject("usage", "sort TEXT");
    }
    std::string text = content(argv[1]);
    const std::int64_t begin = tare_monotonic_ns();
    const std::uint64_t lines = sort_lines(text);
    const std::uint64_t characters = sort_characters(text);
    tare_kernel(tare_monotonic_ns() - begin);
    std::printf("lines %016llx characters %016llx\n", static_cast<unsigned long long>(lines),
                static_cast<unsigned long long>(characters));
    return 0;
}
