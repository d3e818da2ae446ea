// Products of signed bytes, of 64-bit ARM since about 2018.
#if defined(__aarch64__)
#include "../primitives/kernel.h"

#define LC_NAME "dotprod"
#define LC_TABLE lc_kernels_dotprod
#define LC_DOTS 1
#define LC_MIXED_DOTS 0
#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#include "../primitives/prims_neon.h"
#include "../kernels.inc"
#pragma clang attribute pop
#endif
