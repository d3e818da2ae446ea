/// A row-major matrix of single-precision numbers.
package struct Matrix: Sendable, Equatable {
    package let rows: Int
    package let columns: Int
    /// `rows × columns` numbers, row after row.
    package var elements: [Float]

    /// All zero.
    package init(rows: Int, columns: Int) {
        self.init(
            rows: rows, columns: columns, elements: [Float](repeating: 0, count: rows * columns))
    }

    package init(rows: Int, columns: Int, elements: [Float]) {
        precondition(elements.count == rows * columns, "a matrix has rows × columns elements")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    package subscript(row: Int, column: Int) -> Float {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    package func row(_ index: Int) -> ArraySlice<Float> {
        elements[index * columns..<(index + 1) * columns]
    }
}
