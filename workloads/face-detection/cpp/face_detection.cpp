// Finds the faces in photographs by a convolutional network and prints their boxes and scores.
#include "faces.h"
#include "model.h"
#include "network.h"
#include "photograph.h"
#include "tare.h"

#include <cmath>
#include <cstdint>
#include <cstdio>

namespace {

std::vector<Face> faces_in(const Photograph &photograph, const Model &model, int side) {
    return faces_of(run_network(model, photograph.square(side)));
}

void print(const char *path, const Photograph &photograph, const std::vector<Face> &faces, int side) {
    const double scale = photograph.scale_to(side);
    const auto pixels = [scale](double length) { return std::lround(length / scale); };
    std::printf("%s: %zu\n", path, faces.size());
    for (const Face &face : faces) {
        std::printf("  %ld %ld, %ld x %ld, score %.3f\n", pixels(face.left), pixels(face.top), pixels(face.width),
                    pixels(face.height), face.score);
    }
}

} // namespace

int tare_main(int argc, char **argv) {
    if (argc < 6) {
        tare_reject("usage", "face-detection WEIGHTS MANIFEST SIDE TIMES PHOTOGRAPH...");
    }
    const int side = static_cast<int>(tare_number("SIDE", argv[3], network_stride, 2048));
    const std::int64_t times = tare_number("TIMES", argv[4], 1, 1000000);
    if (side % network_stride != 0) {
        tare_reject("SIDE", "must be a multiple of 32");
    }
    const Model model = Model::read(argv[1], argv[2]);
    for (int argument = 5; argument < argc; argument++) {
        const Photograph photograph = Photograph::read(argv[argument]);
        std::vector<Face> faces;
        for (std::int64_t time = 0; time < times; time++) {
            faces = faces_in(photograph, model, side);
        }
        print(argv[argument], photograph, faces, side);
    }
    return 0;
}
