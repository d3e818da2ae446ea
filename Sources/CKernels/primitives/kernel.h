// What every kernel is written with. Fused multiply-adds stand where the sources say so and nowhere
// else: the bits of results depend on it.
#pragma once
#pragma clang fp contract(off)
#pragma clang diagnostic ignored "-Wpsabi"

#include <math.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#include "CKernels.h"

#define LC_INLINE static inline __attribute__((always_inline))
