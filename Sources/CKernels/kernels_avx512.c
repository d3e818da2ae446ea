#if defined(__x86_64__)
#define LC_NAME avx512
#define LC_TARGET __attribute__((target("arch=x86-64-v4,avx512vnni")))
#define LC_SUMS 20
#define LC_CLASSES 10
#define LC_AVX512 1
#include "kernels.inc"
#endif
