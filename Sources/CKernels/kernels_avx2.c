#if defined(__x86_64__)
#define LC_NAME avx2
#define LC_TARGET __attribute__((target("arch=x86-64-v3")))
#define LC_SUMS 6
#define LC_CLASSES 3
#define LC_AVX2 1
#include "kernels.inc"
#endif
