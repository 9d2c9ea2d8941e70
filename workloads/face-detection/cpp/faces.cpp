#include "faces.h"

#include "network.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double least_score = 0.5;
constexpr double most_overlap = 0.4;

// Width and height of a face that each anchor expects, in cells of the grid.
constexpr double anchors[network_anchors][2] = {
    {1.603231, 2.094468}, {6.041143, 7.080126}, {2.882459, 3.518061}, {4.266906, 5.178857}, {9.041765, 10.66308}};

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

Face face_at(int row, int column, const float *output, const double *anchor) {
    const double width = std::exp(static_cast<double>(output[2])) * anchor[0] * network_stride;
    const double height = std::exp(static_cast<double>(output[3])) * anchor[1] * network_stride;
    const double x = (column + sigmoid(output[0])) * network_stride;
    const double y = (row + sigmoid(output[1])) * network_stride;
    return {x - width / 2, y - height / 2, width, height, sigmoid(output[4])};
}

// The share of two faces' whole area that they have in common.
double overlap(const Face &a, const Face &b) {
    const double width = std::min(a.left + a.width, b.left + b.width) - std::max(a.left, b.left);
    const double height = std::min(a.top + a.height, b.top + b.height) - std::max(a.top, b.top);
    const double common = std::max(width, 0.0) * std::max(height, 0.0);
    return common / (a.width * a.height + b.width * b.height - common);
}

std::vector<Face> candidates(const Tensor &grid) {
    std::vector<Face> candidates;
    for (int row = 0; row < grid.height; row++) {
        for (int column = 0; column < grid.width; column++) {
            for (int anchor = 0; anchor < network_anchors; anchor++) {
                const float *output = grid.at(row, column) + anchor * network_outputs;
                const Face face = face_at(row, column, output, anchors[anchor]);
                if (face.score > least_score) {
                    candidates.push_back(face);
                }
            }
        }
    }
    return candidates;
}

} // namespace

std::vector<Face> faces_of(const Tensor &grid) {
    std::vector<Face> found = candidates(grid);
    std::stable_sort(found.begin(), found.end(), [](const Face &a, const Face &b) { return a.score > b.score; });
    std::vector<Face> faces;
    for (const Face &face : found) {
        const bool new_one = std::none_of(faces.begin(), faces.end(), [&](const Face &better) {
            return overlap(face, better) > most_overlap;
        });
        if (new_one) {
            faces.push_back(face);
        }
    }
    return faces;
}
