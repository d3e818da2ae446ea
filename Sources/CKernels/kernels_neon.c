#if defined(__aarch64__)
#define LC_NAME neon
#define LC_TARGET
#define LC_SUMS 4
#define LC_CLASSES 2
#include "kernels.inc"
#endif
