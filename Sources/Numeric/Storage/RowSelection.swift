/// A choice of rows of the features, in order.
package enum RowSelection: Sendable, Equatable {
    case range(Range<Int>)
    case indices([Int32])

    package var count: Int {
        switch self {
        case .range(let range): range.count
        case .indices(let indices): indices.count
        }
    }

    package subscript(position: Int) -> Int {
        switch self {
        case .range(let range): range.lowerBound + position
        case .indices(let indices): Int(indices[position])
        }
    }

    /// The first rows of the selection, at most `count`.
    package func prefix(_ count: Int) -> RowSelection {
        switch self {
        case .range(let range): .range(range.prefix(count))
        case .indices(let indices): .indices(Array(indices.prefix(count)))
        }
    }
}
