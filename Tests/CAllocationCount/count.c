#include "CAllocationCount.h"

#include <errno.h>
#include <stdlib.h>

static _Thread_local size_t allocations, least = (size_t)-1;

void lc_count_from(size_t bytes) { least = bytes; }

size_t lc_allocations(void) {
    size_t result = allocations;
    allocations = 0;
    return result;
}

// Sanitizers stand before malloc themselves.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LC_SANITIZED
#endif
#endif

#if defined(__GLIBC__) && !defined(LC_SANITIZED)
int lc_counts_allocations(void) { return 1; }

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t), *__libc_memalign(size_t, size_t);

static void count(size_t bytes) {
    if (bytes >= least) allocations++;
}

void *malloc(size_t bytes) {
    count(bytes);
    return __libc_malloc(bytes);
}

void *calloc(size_t number, size_t size) {
    count(size && number > (size_t)-1 / size ? 0 : number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *place, size_t bytes) {
    count(bytes);
    return __libc_realloc(place, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes) {
    count(bytes);
    return __libc_memalign(alignment, bytes);
}

int posix_memalign(void **place, size_t alignment, size_t bytes) {
    count(bytes);
    void *result = __libc_memalign(alignment, bytes);
    if (!result) return ENOMEM;
    *place = result;
    return 0;
}
#else
int lc_counts_allocations(void) { return 0; }
#endif
