// What the programs of limits share: work on some threads, timed, and one number printed.
#ifndef LC_LIMITS_H
#define LC_LIMITS_H
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_THREADS 256
#define TRIALS 7

// Independent sums hide the latency of an instruction; more would not fit in 16 registers.
#define CHAINS 10

// Keeps the compiler from knowing what a vector holds.
#if defined(__x86_64__)
#define UNKNOWN(vector) __asm__ volatile("" : "+v"(vector))
#else
#define UNKNOWN(vector) __asm__ volatile("" : "+w"(vector))
#endif

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

// The best of some trials: on a busy machine it is nearest to what the machine can do.
static double best_seconds(void *(*work)(void *), int threads) {
    double best = 1e30;
    for (int trial = 0; trial < TRIALS; trial++) {
        pthread_t workers[MAX_THREADS];
        long parts[MAX_THREADS];
        double begin = now();
        for (int part = 0; part < threads; part++) {
            parts[part] = part;
            pthread_create(&workers[part], NULL, work, &parts[part]);
        }
        for (int part = 0; part < threads; part++) pthread_join(workers[part], NULL);
        double seconds = now() - begin;
        if (seconds < best) best = seconds;
    }
    return best;
}

static int thread_count(int count, char **words) {
    int threads = count > 1 ? atoi(words[1]) : 1;
    if (threads < 1 || threads > MAX_THREADS) exit(2);
    return threads;
}
#endif
