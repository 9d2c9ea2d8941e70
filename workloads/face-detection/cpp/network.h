// The tiny face detector: a network of depthwise-separable convolutions in the manner of Tiny YOLO v2.
#pragma once

#include "model.h"
#include "tensor.h"

constexpr int network_stride = 32;
constexpr int network_anchors = 5;
constexpr int network_outputs = 5; // x, y, width, height, objectness

// From a square of colours to a grid of anchors with their outputs.
Tensor run_network(const Model &model, const Tensor &square);
