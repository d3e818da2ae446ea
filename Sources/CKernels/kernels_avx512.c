#if defined(__x86_64__)
#define LC_NAME avx512
#define LC_TARGET __attribute__((target("arch=x86-64-v4,avx512vnni")))
#define LC_ROWS 4
#define LC_CLASSES 5
#define LC_VNNI 1
#include "kernels.inc"
#endif
