// Multiplies two N x N matrices of doubles in the order in which a textbook writes it, and prints the sum of the product.
#include "tare.h"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

namespace {

// splitmix64, the generator that all three languages share.
class Random {
public:
    explicit Random(std::uint64_t seed) : state(seed) {}

    // In [0, 1), of 53 bits.
    double next() {
        state += 0x9E3779B97F4A7C15;
        std::uint64_t mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return static_cast<double>(mixed >> 11) * 0x1p-53;
    }

private:
    std::uint64_t state;
};

using Matrix = std::vector<double>;

Matrix filled(Random &random, std::size_t n) {
    Matrix matrix(n * n);
    for (double &element : matrix) {
        element = random.next();
    }
    return matrix;
}

Matrix product(const Matrix &a, const Matrix &b, std::size_t n) {
    Matrix c(n * n);
    for (std::size_t i = 0; i < n; i++) {
        for (std::size_t j = 0; j < n; j++) {
            double sum = 0;
            for (std::size_t k = 0; k < n; k++) {
                sum += a[i * n + k] * b[k * n + j];
            }
            c[i * n + j] = sum;
        }
    }
    return c;
}

} // namespace

int tare_main(int argc, char **argv) {
    if (argc != 2) {
        tare_reject("usage", "matrix N");
    }
    const auto n = static_cast<std::size_t>(tare_number("N", argv[1], 1, 8192));
    Random random(42);
    const Matrix a = filled(random, n);
    const Matrix b = filled(random, n);
    const std::int64_t begin = tare_monotonic_ns();
    const Matrix c = product(a, b, n);
    tare_kernel(tare_monotonic_ns() - begin);
    double sum = 0;
    for (const double element : c) {
        sum += element;
    }
    std::uint64_t bits;
    std::memcpy(&bits, &sum, sizeof bits);
    std::printf("sum %.6f bits %016llx\n", sum, static_cast<unsigned long long>(bits));
    return 0;
}
