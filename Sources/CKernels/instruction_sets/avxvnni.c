// AVX2 and byte products, of x86 without AVX-512 since about 2021.
#if defined(__x86_64__)
#include "../primitives/kernel.h"

#define LC_NAME "avxvnni"
#define LC_TABLE lc_kernels_avxvnni
#define LC_DOTS 1
#define LC_DOT _mm256_dpbusd_avx_epi32
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3,avxvnni"))), apply_to = function)
#include "../primitives/prims_avx2.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
