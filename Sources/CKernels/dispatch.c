// The only place that asks what the CPU can do.
#include <string.h>

#include "CKernels.h"

#if defined(__x86_64__)
#include <cpuid.h>
#elif defined(__aarch64__)
#if defined(__APPLE__)
#include <sys/sysctl.h>
#elif defined(__linux__)
#include <sys/auxv.h>
#endif
#endif

extern const lc_kernels lc_kernels_plain;
#if defined(__x86_64__)
extern const lc_kernels lc_kernels_scalar, lc_kernels_avx2, lc_kernels_avxvnni, lc_kernels_avx512bw,
    lc_kernels_avx512;
#elif defined(__aarch64__)
extern const lc_kernels lc_kernels_neon, lc_kernels_dotprod, lc_kernels_i8mm;
#endif

/// An instruction set's kernels, and whether this CPU has it.
typedef struct {
    const lc_kernels *kernels;
    int is_there;
} instruction_set;

static const lc_kernels *named(const char *name, const instruction_set *sets, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (sets[i].is_there && strcmp(name, sets[i].kernels->name) == 0) return sets[i].kernels;
    // Every CPU computes number by number in its own way; this is the one that every CPU has.
    return strcmp(name, "scalar") == 0 ? &lc_kernels_plain : NULL;
}

#if defined(__x86_64__)
/// Whether the CPU has AVX-VNNI, which __builtin_cpu_supports of older compilers does not know.
static int has_avxvnni(void) {
    unsigned a, b, c, d;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) && (a >> 4 & 1);
}
#elif defined(__aarch64__)
static int has(const char *apple_name, int linux_word, unsigned long linux_bit) {
#if defined(__APPLE__)
    int is_there = 0;
    size_t size = sizeof is_there;
    return sysctlbyname(apple_name, &is_there, &size, NULL, 0) == 0 && is_there;
#elif defined(__linux__)
    return (getauxval(linux_word == 1 ? AT_HWCAP : AT_HWCAP2) & linux_bit) != 0;
#else
    return 0;
#endif
}
#endif

const lc_kernels *lc_kernels_named(const char *name) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    int has_v3 = __builtin_cpu_supports("x86-64-v3"), has_v4 = __builtin_cpu_supports("x86-64-v4");
    instruction_set sets[] = {
        {&lc_kernels_plain, 1},
        {&lc_kernels_scalar, __builtin_cpu_supports("fma")},
        {&lc_kernels_avx2, has_v3},
        {&lc_kernels_avxvnni, has_v3 && has_avxvnni()},
        {&lc_kernels_avx512bw, has_v4},
        {&lc_kernels_avx512, has_v4 && __builtin_cpu_supports("avx512vnni")},
    };
#elif defined(__aarch64__)
    // Bits of Linux: HWCAP_ASIMDDP, and HWCAP2_I8MM.
    int has_dotprod = has("hw.optional.arm.FEAT_DotProd", 1, 1ul << 20);
    instruction_set sets[] = {
        {&lc_kernels_plain, 1},
        {&lc_kernels_neon, 1},
        {&lc_kernels_dotprod, has_dotprod},
        {&lc_kernels_i8mm, has_dotprod && has("hw.optional.arm.FEAT_I8MM", 2, 1ul << 13)},
    };
#else
    instruction_set sets[] = {{&lc_kernels_plain, 1}};
#endif
    return named(name, sets, sizeof sets / sizeof *sets);
}
