// AVX2 and byte products, of x86 without AVX-512 since about 2021.
#if defined(__x86_64__)
#include "../primitives/kernel.h"

#define LC_NAME "avxvnni"
#define LC_TABLE lc_kernels_avxvnni
#define LC_DOTS 1
// The same instruction in the form that AVX-512 has, so that a CPU with that form can test the rest.
#if defined(LC_TEST_AVXVNNI)
#define LC_DOT _mm256_dpbusd_epi32
#define LC_TARGET "arch=x86-64-v4,avx512vnni"
#else
#define LC_DOT _mm256_dpbusd_avx_epi32
#define LC_TARGET "arch=x86-64-v3,avxvnni"
#endif
#pragma clang attribute push(__attribute__((target(LC_TARGET))), apply_to = function)
#include "../primitives/prims_avx2.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
