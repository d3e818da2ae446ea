// What every CPU can do; its fused multiply-adds may be library calls, so it is slow but the same.
#define LC_NAME scalar
#define LC_TARGET
#define LC_SUMS 1
#define LC_CLASSES 1
#include "kernels.inc"
