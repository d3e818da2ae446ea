// The machine's own limits: fused multiply-adds and 8-bit products a second, and how fast memory is
// read, with some threads. Prints one JSON object.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#if defined(__AVX512F__)
#include <immintrin.h>
#endif

#define MAX_THREADS 256
#define BUFFER (256u << 20)
#if defined(__AVX512F__)
#define LANES 16
#elif defined(__AVX2__)
#define LANES 8
#else
#define LANES 4
#endif

typedef float lanes __attribute__((vector_size(LANES * 4)));

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static volatile float sink;
static volatile int integer_sink;
static char *buffer;
static int threads;

// Twelve independent chains hide the latency of a multiply-add.
static void *multiply_adds(void *argument) {
    long rounds = *(long *)argument;
    lanes sums[12], a, b;
    memset(sums, 0, sizeof sums);
    for (int i = 0; i < LANES; i++) a[i] = 1.0f + i * 1e-7f, b[i] = 1e-9f * i;
    for (long r = 0; r < rounds; r++)
        for (int i = 0; i < 12; i++) sums[i] = sums[i] * a + b;
    float total = 0;
    for (int i = 0; i < 12; i++) total += sums[i][0];
    sink = total;
    return NULL;
}

static void *byte_products(void *argument) {
    long rounds = *(long *)argument;
#if defined(__AVX512VNNI__)
    __m512i sums[12], a = _mm512_set1_epi8(3), b = _mm512_set1_epi8(-2);
    memset(sums, 0, sizeof sums);
    for (long r = 0; r < rounds; r++) {
        for (int i = 0; i < 12; i++) sums[i] = _mm512_dpbusd_epi32(sums[i], a, b);
        __asm__ volatile("" : "+v"(a), "+v"(b));
    }
    int total = 0;
    for (int i = 0; i < 12; i++) total += _mm512_reduce_add_epi32(sums[i]);
    integer_sink = total;
#else
    (void)rounds;
#endif
    return NULL;
}

static void *read_memory(void *argument) {
    long part = *(long *)argument;
    size_t size = BUFFER / threads;
    const uint64_t *words = (const uint64_t *)(buffer + part * size);
    uint64_t sums[16] = {0};
    for (size_t i = 0; i + 16 <= size / 8; i += 16)
        for (int j = 0; j < 16; j++) sums[j] += words[i + j];
    uint64_t total = 0;
    for (int j = 0; j < 16; j++) total += sums[j];
    integer_sink = (int)total;
    return NULL;
}

static double best_time(void *(*work)(void *), long *arguments) {
    double best = 1e30;
    for (int trial = 0; trial < 5; trial++) {
        pthread_t workers[MAX_THREADS];
        double begin = now();
        for (int t = 0; t < threads; t++) pthread_create(&workers[t], NULL, work, &arguments[t]);
        for (int t = 0; t < threads; t++) pthread_join(workers[t], NULL);
        double seconds = now() - begin;
        if (seconds < best) best = seconds;
    }
    return best;
}

int main(int count, char **words) {
    threads = count > 1 ? atoi(words[1]) : 1;
    if (threads < 1 || threads > MAX_THREADS) return 2;
    long rounds = 10000000, arguments[MAX_THREADS], parts[MAX_THREADS];
    for (int t = 0; t < threads; t++) arguments[t] = rounds, parts[t] = t;
    buffer = aligned_alloc(2u << 20, BUFFER);
    if (!buffer) return 1;
#ifdef MADV_HUGEPAGE
    madvise(buffer, BUFFER, MADV_HUGEPAGE);
#endif
    memset(buffer, 1, BUFFER);
    double floats = (double)rounds * threads * 12 * LANES / best_time(multiply_adds, arguments);
    double bytes = 0;
#if defined(__AVX512VNNI__)
    bytes = (double)rounds * threads * 12 * 64 / best_time(byte_products, arguments);
#endif
    double memory = BUFFER / best_time(read_memory, parts);
    printf("{\"multiply_adds\": %.4g, \"byte_products\": %.4g, \"memory\": %.4g}\n", floats, bytes, memory);
    return 0;
}
