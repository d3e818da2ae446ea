// AVX-512 without byte products, as Skylake-X has it.
#if defined(__x86_64__)
#include "../primitives/kernel.h"

#define LC_NAME "avx512bw"
#define LC_TABLE lc_kernels_avx512bw
#define LC_DOTS 0
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#include "../primitives/prims_avx512.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
