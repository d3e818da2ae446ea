extension Parallel {
    /// `count` rows of `width` elements, one after the other, each made by `body` on one of several
    /// threads. A row holds `initial` when `body` gets it.
    package static func rows<Element: BitwiseCopyable & Sendable>(
        _ count: Int, of width: Int, filledWith initial: Element,
        _ body: @escaping @Sendable (Int, inout MutableSpan<Element>) -> Void
    ) -> [Element] {
        var elements = [Element](repeating: initial, count: count * width)
        // `forEach` returns when all rows are made, so the memory outlives its uses.
        elements.withDisjointWrites { shared in
            forEach(count) { index in
                shared.withSlice(index * width..<(index + 1) * width) { body(index, &$0) }
            }
        }
        return elements
    }
}
