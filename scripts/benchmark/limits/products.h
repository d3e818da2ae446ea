// Counts products a second. The program that includes this has defined its vectors' types sums_t and
// operand_t, the function step, which adds products to sums, and PRODUCTS, how many it adds.
#include "limits.h"

#define ROUNDS 4000000L

static volatile char sink;

static void *multiply(void *part) {
    (void)part;
    sums_t sums[CHAINS];
    operand_t a, b;
    memset(sums, 0, sizeof sums);
    memset(&a, 3, sizeof a);
    memset(&b, 3, sizeof b);
    for (long round = 0; round < ROUNDS; round++)
        for (int chain = 0; chain < CHAINS; chain++) {
            sums[chain] = step(sums[chain], a, b);
            // The compiler does not know a and b any more, so it does not keep their product.
            UNKNOWN(a);
            UNKNOWN(b);
        }
    char total = 0;
    for (int chain = 0; chain < CHAINS; chain++) total ^= *(char *)&sums[chain];
    sink = total;
    return NULL;
}

int main(int count, char **words) {
    int threads = thread_count(count, words);
    double products = (double)ROUNDS * CHAINS * PRODUCTS * threads;
    printf("%.5g\n", products / best_seconds(multiply, threads));
    return 0;
}
