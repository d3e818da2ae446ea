internal import CKernels

/// Slopes of a block of rows that are whole numbers, as bytes, for integer products with byte features.
///
/// A row may have one slope that no byte holds, such as the SVM's of a label whose margin all of many
/// classes violate.
package struct PackedSlopes: Sendable {
    let classes: Int
    /// The instruction set that packs them: another one's gradient may have no use for its excess.
    let cpu: CPU
    let bytes: AlignedBuffer<Int8>
    /// Of each row the class whose slope its byte is not enough for, and by how much.
    private let excess: AlignedBuffer<Int32>

    /// Sums of products with bytes are exact in floats too while Σ |slope| of each class is at most this.
    package static let mostWhole = Int(LC_MOST_WHOLE)

    /// Room for a number of rows, at most 516.
    package init(rows: Int, classes: Int) {
        self.classes = classes
        cpu = CPU.selected
        bytes = AlignedBuffer(repeating: 0, count: Self.paddedCount(rows) * classes)
        excess = AlignedBuffer(repeating: 0, count: 2 * Self.paddedCount(rows))
    }

    /// The number of rows that there is room for: `rows`, rounded up to a multiple of four.
    private static func paddedCount(_ rows: Int) -> Int { (rows + 3) / 4 * 4 }

    /// Packs slopes, n×C, as those of the row `row` and after it, a multiple of four.
    ///
    /// - Returns: the largest Σ |slope| of a class; nil when a slope is no whole number, or is too large.
    package func pack(_ slopes: Span<Float>, fromRow row: Int) -> Int? {
        let count = slopes.count / classes
        precondition(row % 4 == 0 && (row + Self.paddedCount(count)) * classes <= bytes.count)
        let most = unsafe slopes.withUnsafeBufferPointer { slopes in
            unsafe withPointers(toRow: row) {
                unsafe cpu.kernels.pointee.pack_slopes(
                    slopes.baseAddress, count, classes, $0)
            }
        }
        return most < 0 ? nil : Int(most)
    }

    /// Calls `body` with what kernels read of the rows from `row` on.
    @unsafe
    func withPointers<Result>(
        toRow row: Int, _ body: (UnsafePointer<lc_packed_slopes>) -> Result
    ) -> Result {
        let excess = unsafe UnsafeMutableRawPointer(excess.pointer)
            .assumingMemoryBound(to: lc_excess.self)
        let slopes = unsafe lc_packed_slopes(
            bytes: bytes.pointer + row * classes, excess: excess + row)
        return unsafe withUnsafePointer(to: slopes) { unsafe body($0) }
    }

    /// Whether there is room for a number of rows.
    func holds(rows: Int, classes: Int) -> Bool {
        self.classes == classes && Self.paddedCount(rows) * classes <= bytes.count
    }
}
