// Counts what this thread allocates, by standing before the C library's malloc. Only on glibc, whose
// own functions have a second name; elsewhere nothing is counted.
#pragma once
#include <stddef.h>

/// Whether allocations are counted here.
int lc_counts_allocations(void);
/// How many allocations of at least some bytes this thread has made since it last asked.
size_t lc_allocations(void);
/// From how many bytes on this thread's allocations count.
void lc_count_from(size_t bytes);
