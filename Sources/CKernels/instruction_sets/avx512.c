// AVX-512 with byte products (VNNI).
#if defined(__x86_64__)
#include "../primitives/kernel.h"

#define LC_NAME "avx512"
#define LC_TABLE lc_kernels_avx512
#define LC_DOTS 1
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,avx512vnni"))), apply_to = function)
#include "../primitives/prims_avx512.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
