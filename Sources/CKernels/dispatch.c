// The only place that asks what the CPU can do.
#include <string.h>

#include "CKernels.h"

extern const lc_kernels lc_kernels_scalar;
#if defined(__x86_64__)
extern const lc_kernels lc_kernels_avx2, lc_kernels_avx512;
#elif defined(__aarch64__)
extern const lc_kernels lc_kernels_neon;
#endif

const lc_kernels *lc_kernels_named(const char *name) {
    if (strcmp(name, "scalar") == 0) return &lc_kernels_scalar;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (strcmp(name, "avx2") == 0 && __builtin_cpu_supports("x86-64-v3")) return &lc_kernels_avx2;
    if (strcmp(name, "avx512") == 0 && __builtin_cpu_supports("x86-64-v4") &&
        __builtin_cpu_supports("avx512vnni"))
        return &lc_kernels_avx512;
#elif defined(__aarch64__)
    if (strcmp(name, "neon") == 0) return &lc_kernels_neon;
#endif
    return NULL;
}
