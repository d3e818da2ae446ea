// What every 64-bit ARM has.
#if defined(__aarch64__)
#include "../primitives/kernel.h"

#define LC_NAME "neon"
#define LC_TABLE lc_kernels_neon
#define LC_DOTS 0
#define LC_MIXED_DOTS 0
#include "../primitives/prims_neon.h"
#include "../kernels.inc"
#endif
