// AVX2, of every x86 since about 2015.
#if defined(__x86_64__)
#include "../primitives/kernel.h"

#define LC_NAME "avx2"
#define LC_TABLE lc_kernels_avx2
#define LC_DOTS 0
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "../primitives/prims_avx2.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
