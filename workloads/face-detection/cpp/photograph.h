// The picture in which faces are sought.
#pragma once

#include "tensor.h"

#include <string>

struct Photograph {
    int width;
    int height;
    std::string pixels; // red, green, blue

    // Reads a binary PPM; ends the program over anything else.
    static Photograph read(const char *path);

    // The factor by which the photograph is scaled to fit into a square of this side.
    double scale_to(int side) const;

    // The network's input: scaled to fit, at the top left of a black square, with the mean colour taken away.
    Tensor square(int side) const;
};
