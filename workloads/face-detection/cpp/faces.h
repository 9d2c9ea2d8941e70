// What the network's outputs mean.
#pragma once

#include "tensor.h"

#include <vector>

// In pixels of the network's square.
struct Face {
    double left;
    double top;
    double width;
    double height;
    double score;
};

// The faces of a grid, best first, each of them once.
std::vector<Face> faces_of(const Tensor &grid);
