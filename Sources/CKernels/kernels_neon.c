#if defined(__aarch64__)
#define LC_NAME neon
#define LC_TARGET
#define LC_ROWS 2
#define LC_CLASSES 2
#include "kernels.inc"
#endif
