// Makes the byte products of AVX-VNNI on a CPU that lacks them: vpdpbusd in VEX form is an illegal
// instruction there, and this signal handler does what it says. A CPU that has them never comes here.
#if defined(__x86_64__) && defined(__linux__)
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

/// The instruction's operands, as its bytes name them.
typedef struct {
    int destination, multiplied, is_register, other;
    uint64_t address;
    size_t length;
} operands;

enum {
    /// Where the state that the kernel saved has the upper halves of the vectors.
    UPPER_HALVES = 576,
};

static const int general[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                                REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

static _Noreturn void give_up(const uint8_t *code) {
    fprintf(stderr, "an illegal instruction that is not vpdpbusd:");
    for (int i = 0; i < 8; i++) fprintf(stderr, " %02x", code[i]);
    fprintf(stderr, "\n");
    _exit(4);
}

static uint64_t value_of(const ucontext_t *context, int place) {
    return (uint64_t)context->uc_mcontext.gregs[general[place]];
}

/// Reads C4, the two bytes after it, 50, and what names the operands.
static operands decode(const ucontext_t *context, const uint8_t *code) {
    int extends = ~code[1], mode = code[4] >> 6, low = code[4] & 7;
    if (code[0] != 0xc4 || (code[1] & 31) != 2 || (code[2] & 0x87) != 5 || code[3] != 0x50) give_up(code);
    operands found = {.destination = (code[4] >> 3 & 7) | (extends >> 7 & 1) << 3,
                      .multiplied = ~code[2] >> 3 & 15,
                      .is_register = mode == 3,
                      .other = low | (extends >> 5 & 1) << 3,
                      .length = 5};
    if (found.is_register) return found;
    int base = found.other, has_base = 1;
    if (low == 4) {
        int scaled = code[5], index = (scaled >> 3 & 7) | (extends >> 6 & 1) << 3;
        base = (scaled & 7) | (extends >> 5 & 1) << 3;
        has_base = !(mode == 0 && (scaled & 7) == 5);
        if (index != 4) found.address += value_of(context, index) << (scaled >> 6);
        found.length++;
    } else if (mode == 0 && low == 5) has_base = 0;
    if (has_base) found.address += value_of(context, base);
    int8_t short_offset;
    int32_t offset = 0;
    if (mode == 1) memcpy(&short_offset, code + found.length, 1), offset = short_offset, found.length++;
    else if (mode == 2 || !has_base) memcpy(&offset, code + found.length, 4), found.length += 4;
    found.address += (uint64_t)(int64_t)offset;
    // Without a base and an index the offset counts from the next instruction.
    if (low == 5 && mode == 0) found.address += (uint64_t)(uintptr_t)code + found.length;
    return found;
}

static void read_vector(char *low, char *high, int place, void *vector) {
    memcpy(vector, low + 16 * place, 16);
    memcpy((char *)vector + 16, high + 16 * place, 16);
}

static void multiply(int signal_number, siginfo_t *information, void *state) {
    (void)signal_number, (void)information;
    ucontext_t *context = state;
    const uint8_t *code = (const uint8_t *)context->uc_mcontext.gregs[REG_RIP];
    operands own = decode(context, code);
    char *low = (char *)context->uc_mcontext.fpregs->_xmm;
    char *high = (char *)context->uc_mcontext.fpregs + UPPER_HALVES;
    int32_t sums[8];
    uint8_t bytes[32];
    int8_t weights[32];
    read_vector(low, high, own.destination, sums);
    read_vector(low, high, own.multiplied, bytes);
    if (own.is_register) read_vector(low, high, own.other, weights);
    else memcpy(weights, (const void *)own.address, sizeof weights);
    for (int i = 0; i < 32; i++) sums[i / 4] += bytes[i] * weights[i];
    memcpy(low + 16 * own.destination, sums, 16);
    memcpy(high + 16 * own.destination, sums + 4, 16);
    context->uc_mcontext.gregs[REG_RIP] += (greg_t)own.length;
}

__attribute__((constructor)) static void install(void) {
    struct sigaction action = {.sa_sigaction = multiply, .sa_flags = SA_SIGINFO};
    sigaction(SIGILL, &action, NULL);
}
#endif
