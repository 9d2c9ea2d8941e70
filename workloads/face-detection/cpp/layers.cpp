#include "layers.h"

#include "lanes.h"

#include <algorithm>

namespace {

// out += x * row, channel by channel.
void add_scaled(float *out, float x, const float *row, int channels) {
    int channel = 0;
    for (; channel + lanes <= channels; channel += lanes) {
        store(out + channel, load(out + channel) + x * load(row + channel));
    }
    for (; channel < channels; channel++) {
        out[channel] += x * row[channel];
    }
}

// out += a * b, channel by channel. All layers that need it have a multiple of four channels.
void add_product(float *out, const float *a, const float *b, int channels) {
    for (int channel = 0; channel < channels; channel += lanes) {
        store(out + channel, load(out + channel) + load(a + channel) * load(b + channel));
    }
}

// Calls with each place of the 3 x 3 around (y, x) that lies inside, and with its number in the filter.
template <typename Visit> void neighbours(const Tensor &input, int y, int x, Visit visit) {
    for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
            if (y + dy >= 0 && y + dy < input.height && x + dx >= 0 && x + dx < input.width) {
                visit(input.at(y + dy, x + dx), (dy + 1) * 3 + dx + 1);
            }
        }
    }
}

} // namespace

Tensor convolution(const Tensor &input, const std::vector<float> &filter, const std::vector<float> &bias) {
    const int channels = static_cast<int>(bias.size());
    Tensor output(input.height, input.width, channels);
    for (int y = 0; y < input.height; y++) {
        for (int x = 0; x < input.width; x++) {
            float *out = output.at(y, x);
            std::copy(bias.begin(), bias.end(), out);
            neighbours(input, y, x, [&](const float *in, int tap) {
                for (int from = 0; from < input.channels; from++) {
                    add_scaled(out, in[from], filter.data() + (tap * input.channels + from) * channels, channels);
                }
            });
        }
    }
    return output;
}

Tensor depthwise(const Tensor &input, const std::vector<float> &filter) {
    Tensor output(input.height, input.width, input.channels);
    for (int y = 0; y < input.height; y++) {
        for (int x = 0; x < input.width; x++) {
            float *out = output.at(y, x);
            neighbours(input, y, x, [&](const float *in, int tap) {
                add_product(out, in, filter.data() + tap * input.channels, input.channels);
            });
        }
    }
    return output;
}

Tensor pointwise(const Tensor &input, const std::vector<float> &filter, const std::vector<float> &bias) {
    const int channels = static_cast<int>(bias.size());
    Tensor output(input.height, input.width, channels);
    for (int y = 0; y < input.height; y++) {
        for (int x = 0; x < input.width; x++) {
            const float *in = input.at(y, x);
            float *out = output.at(y, x);
            std::copy(bias.begin(), bias.end(), out);
            for (int from = 0; from < input.channels; from++) {
                add_scaled(out, in[from], filter.data() + from * channels, channels);
            }
        }
    }
    return output;
}

void leak(Tensor &tensor) {
    for (float &value : tensor.values) {
        value = std::max(value, 0.1f * value);
    }
}

Tensor pool(const Tensor &input, int stride) {
    Tensor output(input.height / stride, input.width / stride, input.channels);
    for (int y = 0; y < output.height; y++) {
        const int top = y * stride;
        const int bottom = std::min(top + 1, input.height - 1);
        for (int x = 0; x < output.width; x++) {
            const int left = x * stride;
            const int right = std::min(left + 1, input.width - 1);
            const float *corners[] = {input.at(top, left), input.at(top, right), input.at(bottom, left),
                                      input.at(bottom, right)};
            float *out = output.at(y, x);
            for (int channel = 0; channel < input.channels; channel += lanes) {
                Lanes largest = load(corners[0] + channel);
                for (int corner = 1; corner < 4; corner++) {
                    largest = larger(largest, load(corners[corner] + channel));
                }
                store(out + channel, largest);
            }
        }
    }
    return output;
}
