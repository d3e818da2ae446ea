// The checksum that zip and gzip use, CRC-32, several times as fast as zlib.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Folds bytes to sixteen that have the same checksum, where `checksum` is that of the bytes before them:
/// CRC-32 of these sixteen from 0xFFFFFFFF on is the checksum of all. How many bytes were folded, for at
/// most fifteen are left over; 0 where there are fewer than 64, or where the processor has no products
/// without carries.
size_t lc_fold_checksum(uint32_t checksum, const uint8_t *bytes, size_t count, uint8_t *folded);
