// Fused multiply-adds of x86, and nothing after AVX: what `scalar` is where the CPU has them.
#if defined(__x86_64__)
#include "../primitives/kernel.h"

#define LC_NAME "scalar"
#define LC_TABLE lc_kernels_scalar
#pragma clang attribute push(__attribute__((target("fma"))), apply_to = function)
#include "../primitives/prims_portable.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
