#include "network.h"

#include "layers.h"

#include <string>

namespace {

// Convolution in space and then across channels: most of the quality for a ninth of the multiplications.
Tensor separable(const Model &model, const Tensor &input, const std::string &name, int channels) {
    const auto in = static_cast<std::size_t>(input.channels);
    const auto out = static_cast<std::size_t>(channels);
    const Tensor spatial = depthwise(input, model.tensor(name + "/depthwise_filter", 9 * in));
    return pointwise(spatial, model.tensor(name + "/pointwise_filter", in * out), model.tensor(name + "/bias", out));
}

} // namespace

Tensor run_network(const Model &model, const Tensor &square) {
    constexpr int outputs = network_anchors * network_outputs;
    Tensor tensor = convolution(square, model.tensor("conv0/filters", 9 * 3 * 16), model.tensor("conv0/bias", 16));
    leak(tensor);
    tensor = pool(tensor, 2);
    for (int layer = 1; layer <= 5; layer++) {
        tensor = separable(model, tensor, "conv" + std::to_string(layer), 16 << layer);
        leak(tensor);
        tensor = pool(tensor, layer < 5 ? 2 : 1);
    }
    return pointwise(tensor, model.tensor("conv8/filters", 512 * outputs), model.tensor("conv8/bias", outputs));
}
