#include "photograph.h"

#include "file.h"
#include "tare.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr int longest_side = 1 << 14;
constexpr float mean_colour[3] = {117.001f, 114.697f, 97.404f};
constexpr float contrast = 256.0f;

class Header {
public:
    Header(const char *path, const std::string &file) : path(path), file(file) {
        if (file.compare(0, 2, "P6") != 0) {
            tare_reject(path, "not a binary PPM");
        }
    }

    int number(int most) {
        const std::size_t first = file.find_first_of("0123456789", position);
        const std::size_t end = std::min(file.find_first_not_of("0123456789", first), file.size());
        position = end;
        if (first == std::string::npos || end - first > 5 || std::stoi(file.substr(first, end - first)) > most) {
            tare_reject(path, "has no usable PPM header");
        }
        return std::stoi(file.substr(first, end - first));
    }

    // One blank ends the header.
    std::size_t length() const { return position + 1; }

private:
    const char *path;
    const std::string &file;
    std::size_t position = 2;
};

} // namespace

Photograph Photograph::read(const char *path) {
    const std::string file = content_of(path);
    Header header(path, file);
    const int width = header.number(longest_side);
    const int height = header.number(longest_side);
    const int brightest = header.number(255);
    const std::size_t size = static_cast<std::size_t>(width) * height * 3;
    if (width == 0 || height == 0 || brightest != 255 || file.size() != header.length() + size) {
        tare_reject(path, "not a PPM of 8 bits with all its pixels");
    }
    return {width, height, file.substr(header.length())};
}

double Photograph::scale_to(int side) const {
    return static_cast<double>(side) / std::max(width, height);
}

Tensor Photograph::square(int side) const {
    Tensor square(side, side, 3);
    const double scale = scale_to(side);
    const int columns = std::min(side, static_cast<int>(std::lround(width * scale)));
    const int rows = std::min(side, static_cast<int>(std::lround(height * scale)));
    const auto clamped = [](double place, int size) { return std::clamp(place, 0.0, size - 1.0); };
    for (int y = 0; y < side; y++) {
        const double row = clamped((y + 0.5) / scale - 0.5, height);
        const int top = static_cast<int>(row);
        const int bottom = std::min(top + 1, height - 1);
        for (int x = 0; x < side; x++) {
            const double column = clamped((x + 0.5) / scale - 0.5, width);
            const int left = static_cast<int>(column);
            const int right = std::min(left + 1, width - 1);
            const auto between = [](double from, double to, double way) { return from + (to - from) * way; };
            for (int colour = 0; colour < 3; colour++) {
                const auto pixel = [&](int py, int px) {
                    const std::size_t index = (static_cast<std::size_t>(py) * width + px) * 3 + colour;
                    return static_cast<double>(static_cast<unsigned char>(pixels[index]));
                };
                const double above = between(pixel(top, left), pixel(top, right), column - left);
                const double below = between(pixel(bottom, left), pixel(bottom, right), column - left);
                const bool inside = y < rows && x < columns;
                const auto value = static_cast<float>(inside ? between(above, below, row - top) : 0.0);
                square.at(y, x)[colour] = (value - mean_colour[colour]) / contrast;
            }
        }
    }
    return square;
}
