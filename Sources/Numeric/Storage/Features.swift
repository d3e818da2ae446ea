/// The N×D features of a data set as they are stored: raw, never widened, never copied.
package enum Features: Sendable {
    case bytes(ByteRows)
    case floats(FloatRows)
    case sparse(SparseRows)

    /// N.
    package var count: Int {
        switch self {
        case .bytes(let rows): rows.count
        case .floats(let rows): rows.count
        case .sparse(let rows): rows.count
        }
    }

    /// D.
    package var dimension: Int {
        switch self {
        case .bytes(let rows): rows.dimension
        case .floats(let rows): rows.dimension
        case .sparse(let rows): rows.dimension
        }
    }

    /// The approximate number of bytes that the features take, in memory or in a mapped file.
    package var size: Int {
        switch self {
        case .bytes(let rows): rows.count * rows.dimension
        case .floats(let rows): rows.size
        case .sparse(let rows): 8 * rows.stored
        }
    }

    /// The path of a file that another program has shortened since it was mapped, so that the rows are
    /// not the file's; nil where all files are whole.
    package var changedFile: String? {
        switch self {
        case .bytes(let rows): rows.changedFile
        case .floats(let rows): rows.changedFile
        case .sparse: nil
        }
    }

    /// Notices also files that were shortened by less than a page.
    package func checkFiles() {
        switch self {
        case .bytes(let rows): rows.checkSizes()
        case .floats(let rows): rows.checkSizes()
        case .sparse: break
        }
    }

    package var isSparse: Bool {
        if case .sparse = self { true } else { false }
    }

    /// The raw features of one example that lie in a range of columns.
    package func values(ofRow index: Int, columns: Range<Int>) -> [Float] {
        switch self {
        case .bytes(let rows): rows.bytes(ofRow: index, columns: columns).map { Float($0) }
        case .floats(let rows): rows.values(ofRow: index, columns: columns)
        case .sparse(let rows): rows.values(ofRow: index, columns: columns)
        }
    }

    /// The raw features of one example, D numbers.
    package func row(_ index: Int) -> [Float] { values(ofRow: index, columns: 0..<dimension) }
}
