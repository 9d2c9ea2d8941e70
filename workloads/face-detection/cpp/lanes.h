// As many floats as one instruction takes: one, or four where TARE_SIMD asks for them.
//
// Lanes run along the channels and never across a sum, so that both widths give the same bits.
#pragma once

#include <cstring>

#ifdef TARE_SIMD
typedef float Lanes __attribute__((vector_size(16)));
#else
typedef float Lanes;
#endif

constexpr int lanes = sizeof(Lanes) / sizeof(float);

inline Lanes load(const float *from) {
    Lanes loaded;
    std::memcpy(&loaded, from, sizeof loaded);
    return loaded;
}

inline void store(float *to, Lanes stored) {
    std::memcpy(to, &stored, sizeof stored);
}

inline Lanes larger(Lanes a, Lanes b) {
#if __has_builtin(__builtin_elementwise_max)
    return __builtin_elementwise_max(a, b);
#else
    return a > b ? a : b;
#endif
}
