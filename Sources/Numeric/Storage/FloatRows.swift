package import Files

/// Rows of single-precision numbers, which stay at one address: in memory, or in mapped files.
package struct FloatRows: Sendable {
    /// Rows that lie one after the other in a mapped file.
    package struct Segment: Sendable {
        let storage: ByteStorage
        let offset: Int
        let count: Int

        /// `count` rows, the first at `offset`; nil where the numbers there are not this machine's, or
        /// not at a multiple of four.
        package init?(storage: ByteStorage, offset: Int, count: Int) {
            guard offset.isMultiple(of: MemoryLayout<Float>.stride), 1.littleEndian == 1 else {
                return nil
            }
            (self.storage, self.offset, self.count) = (storage, offset, count)
        }
    }

    /// N.
    package let count: Int
    /// D.
    package let dimension: Int
    /// Empty where the rows are mapped.
    private let elements: AlignedBuffer<Float>
    private let segments: [Segment]

    /// A copy of a matrix.
    package init(_ matrix: Matrix) {
        (count, dimension) = (matrix.rows, matrix.columns)
        elements = AlignedBuffer(matrix.elements)
        segments = []
    }

    /// The first `count` rows of a buffer, which is not copied and no longer written.
    package init(_ elements: AlignedBuffer<Float>, count: Int, dimension: Int) {
        precondition(elements.count >= count * dimension, "a buffer that has the rows")
        (self.count, self.dimension, self.elements) = (count, dimension, elements)
        segments = []
    }

    /// The rows of mapped files, which are not copied.
    package init(_ segments: [Segment], dimension: Int) {
        for segment in segments {
            let size = segment.count * dimension * MemoryLayout<Float>.stride
            precondition(
                segment.offset >= 0 && segment.offset + size <= segment.storage.count,
                "a segment lies inside its storage")
        }
        self.segments = segments
        self.dimension = dimension
        count = segments.reduce(0) { $0 + $1.count }
        elements = AlignedBuffer([])
    }

    /// How many bytes they take, in memory or in a mapped file.
    var size: Int { count * dimension * MemoryLayout<Float>.stride }

    /// The path of a file that another program has shortened since it was mapped; nil where all are
    /// whole.
    var changedFile: String? { segments.first { $0.storage.isChanged }?.storage.path }

    func checkSizes() { for segment in segments { segment.storage.checkSize() } }

    /// The D numbers of a row.
    package func row(_ index: Int) -> [Float] { values(ofRow: index, columns: 0..<dimension) }

    func values(ofRow index: Int, columns: Range<Int>) -> [Float] {
        precondition(columns.lowerBound >= 0 && columns.upperBound <= dimension)
        let start = unsafe pointer(toRow: index).assumingMemoryBound(to: Float.self)
        // The rows live at least as long as this value.
        return columns.map { unsafe start[$0] }
    }

    /// Adds the numbers of a row that lie in a range of columns to as many sums.
    func add(row: Int, _ columns: Range<Int>, to sums: inout [Double]) {
        let numbers = unsafe part(row: row, columns)
        precondition(sums.count == columns.count, "a sum for each column")
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<columns.count { unsafe sums[index] += Double(numbers[index]) }
        }
    }

    /// The same of the squares of their distances from the means.
    func addSquares(
        row: Int, _ columns: Range<Int>, around means: [Double], to sums: inout [Double]
    ) {
        let numbers = unsafe part(row: row, columns)
        precondition(sums.count == columns.count && means.count == columns.count)
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe means.withUnsafeBufferPointer { means in
                for index in 0..<columns.count {
                    let distance = unsafe Double(numbers[index]) - means[index]
                    unsafe sums[index] += distance * distance
                }
            }
        }
    }

    /// Some numbers of a row; the caller keeps the rows alive.
    @unsafe
    private func part(row: Int, _ columns: Range<Int>) -> UnsafePointer<Float> {
        precondition(columns.lowerBound >= 0 && columns.upperBound <= dimension)
        return unsafe pointer(toRow: row).assumingMemoryBound(to: Float.self) + columns.lowerBound
    }

    /// The column of a row's first number that is infinite or no number; nil where all are numbers.
    package func firstUnusable(inRow index: Int) -> Int? {
        let start = unsafe pointer(toRow: index).assumingMemoryBound(to: Float.self)
        let row = unsafe Span(_unsafeStart: start, count: dimension)
        return row.areFinite ? nil : (0..<dimension).first { !row[$0].isFinite }
    }

    /// Where a row begins; the caller keeps the rows alive.
    @unsafe
    func pointer(toRow index: Int) -> UnsafeRawPointer {
        precondition(index >= 0 && index < count, "a row of the features")
        guard !segments.isEmpty else {
            return unsafe UnsafeRawPointer(elements.pointer + index * dimension)
        }
        var (row, place) = (index, 0)
        while row >= segments[place].count {
            row -= segments[place].count
            place += 1
        }
        let segment = segments[place]
        return unsafe segment.storage.pointer(
            at: segment.offset + row * dimension * MemoryLayout<Float>.stride)
    }
}
