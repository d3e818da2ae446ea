package import Files

extension ByteStorage {
    /// `count` rows of `width` bytes, one after the other, each made by `body` on one of several
    /// threads. A row holds zeros when `body` gets it; where the work is given up, rows hold anything.
    ///
    /// Not generic: other modules would get code for any type, which fills memory three times as slowly.
    package static func rows(
        _ count: Int, of width: Int,
        _ body: @escaping @Sendable (Int, inout MutableSpan<UInt8>) -> Void
    ) -> ByteStorage {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count * width) { memory, filled in
            // `forEach` returns when all rows are made, so the memory outlives its uses.
            let shared = unsafe DisjointWrites(memory)
            Parallel.forEach(count) { index in
                shared.withSlice(index * width..<(index + 1) * width) { row in
                    for place in 0..<row.count { row[place] = 0 }
                    body(index, &row)
                }
            }
            filled = count * width
        }
        return ByteStorage(bytes: bytes)
    }
}
