// What every layer takes and gives: height x width x channels, the channels of one place side by side.
#pragma once

#include <cstddef>
#include <vector>

struct Tensor {
    int height;
    int width;
    int channels;
    std::vector<float> values;

    Tensor(int height, int width, int channels)
        : height(height), width(width), channels(channels),
          values(static_cast<std::size_t>(height) * width * channels) {}

    float *at(int y, int x) { return values.data() + index(y, x); }
    const float *at(int y, int x) const { return values.data() + index(y, x); }

private:
    std::size_t index(int y, int x) const {
        return (static_cast<std::size_t>(y) * width + x) * channels;
    }
};
