extension Parallel {
    /// `count` rows of `width` bytes, one after the other, each made by `body` on one of several
    /// threads. A row holds zeros when `body` gets it.
    ///
    /// Not generic: other modules would get code for any type, which fills memory three times as slowly.
    package static func byteRows(
        _ count: Int, of width: Int,
        _ body: @escaping @Sendable (Int, inout MutableSpan<UInt8>) -> Void
    ) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count * width)
        // `forEach` returns when all rows are made, so the memory outlives its uses.
        bytes.withDisjointWrites { shared in
            forEach(count) { index in
                shared.withSlice(index * width..<(index + 1) * width) { body(index, &$0) }
            }
        }
        return bytes
    }
}
