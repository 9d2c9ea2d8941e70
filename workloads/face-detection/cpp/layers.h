// The layers of which the network is made. Filters are height x width x in x out, as the model stores them.
#pragma once

#include "tensor.h"

#include <vector>

// An ordinary convolution by 3 x 3, over zeros at the borders.
Tensor convolution(const Tensor &input, const std::vector<float> &filter, const std::vector<float> &bias);

// A convolution by 3 x 3 of each channel by itself, over zeros at the borders.
Tensor depthwise(const Tensor &input, const std::vector<float> &filter);

// A convolution by 1 x 1.
Tensor pointwise(const Tensor &input, const std::vector<float> &filter, const std::vector<float> &bias);

// Lets a tenth of what is negative through.
void leak(Tensor &tensor);

// The largest of each 2 x 2 places; with stride 1 the last row and column see only themselves.
Tensor pool(const Tensor &input, int stride);
