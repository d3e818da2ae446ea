// Products of unsigned with signed bytes, of 64-bit ARM since about 2021.
#if defined(__aarch64__)
#include "../primitives/kernel.h"

#define LC_NAME "i8mm"
#define LC_TABLE lc_kernels_i8mm
#define LC_DOTS 1
#define LC_MIXED_DOTS 1
#pragma clang attribute push(__attribute__((target("dotprod,i8mm"))), apply_to = function)
#include "../primitives/prims_neon.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
