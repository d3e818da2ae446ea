// What every CPU can do. Where fused multiply-adds are library calls, they take most of the time.
#include "../primitives/kernel.h"

#define LC_NAME "plain"
#define LC_TABLE lc_kernels_plain
#if defined(__x86_64__)
#define LC_SMALL 1
#endif
#include "../primitives/prims_portable.h"
#include "../kernels.inc"
