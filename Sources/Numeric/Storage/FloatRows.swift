/// Rows of single-precision numbers, which stay at one address.
package struct FloatRows: Sendable {
    /// N.
    package let count: Int
    /// D.
    package let dimension: Int
    private let elements: AlignedBuffer<Float>

    /// A copy of a matrix.
    package init(_ matrix: Matrix) {
        (count, dimension) = (matrix.rows, matrix.columns)
        elements = AlignedBuffer(matrix.elements)
    }

    /// How many bytes they take.
    var size: Int { elements.count * MemoryLayout<Float>.stride }

    /// The D numbers of a row.
    package func row(_ index: Int) -> [Float] { values(ofRow: index, columns: 0..<dimension) }

    func values(ofRow index: Int, columns: Range<Int>) -> [Float] {
        precondition(columns.lowerBound >= 0 && columns.upperBound <= dimension)
        return elements.withSpan { elements in
            columns.map { elements[index * dimension + $0] }
        }
    }

    /// Where a row begins; the caller keeps the rows alive.
    @unsafe
    func pointer(toRow index: Int) -> UnsafeRawPointer {
        precondition(index >= 0 && index < count, "a row of the features")
        return unsafe UnsafeRawPointer(elements.pointer + index * dimension)
    }
}
