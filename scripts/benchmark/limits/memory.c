// Bytes of memory read a second.
#include "limits.h"
#include <sys/mman.h>

#define BUFFER (256UL << 20)

static volatile uint64_t sink;
static char *buffer;
static int threads;

static void *read_memory(void *part) {
    size_t size = BUFFER / threads;
    const uint64_t *words = (const uint64_t *)(buffer + *(long *)part * size);
    uint64_t sums[16] = {0};
    for (size_t i = 0; i + 16 <= size / 8; i += 16)
        for (int j = 0; j < 16; j++) sums[j] += words[i + j];
    for (int j = 1; j < 16; j++) sums[0] += sums[j];
    sink = sums[0];
    return NULL;
}

int main(int count, char **words) {
    threads = thread_count(count, words);
    buffer = aligned_alloc(2UL << 20, BUFFER);
    if (!buffer) return 1;
#ifdef MADV_HUGEPAGE
    madvise(buffer, BUFFER, MADV_HUGEPAGE);
#endif
    memset(buffer, 1, BUFFER);
    printf("%.5g\n", BUFFER / best_seconds(read_memory, threads));
    return 0;
}
