package import Files

/// Rows of bytes that lie in one or several storages, such as the records of mapped files.
package struct ByteRows: Sendable {
    package struct Segment: Sendable {
        let storage: ByteStorage
        let offset: Int
        let stride: Int
        let count: Int

        /// `count` rows, the first at `offset`, each `stride` bytes after the previous row.
        package init(storage: ByteStorage, offset: Int, stride: Int, count: Int) {
            self.storage = storage
            self.offset = offset
            self.stride = stride
            self.count = count
        }
    }

    package let segments: [Segment]
    package let dimension: Int
    /// The number of the first row of each segment.
    private let starts: [Int]
    package let count: Int

    package init(segments: [Segment], dimension: Int) {
        var starts: [Int] = []
        var count = 0
        for segment in segments {
            let end = segment.offset + max(segment.count - 1, 0) * segment.stride + dimension
            precondition(
                segment.count == 0
                    || (segment.offset >= 0 && segment.stride >= 0 && end <= segment.storage.count),
                "a segment lies inside its storage")
            starts.append(count)
            count += segment.count
        }
        self.segments = segments
        self.dimension = dimension
        self.starts = starts
        self.count = count
    }

    /// The path of a file that another program has shortened since it was mapped; nil where all are
    /// whole.
    var changedFile: String? { segments.first { $0.storage.isChanged }?.storage.path }

    func checkSizes() { for segment in segments { segment.storage.checkSize() } }

    package func bytes(ofRow index: Int) -> [UInt8] { bytes(ofRow: index, columns: 0..<dimension) }

    func bytes(ofRow index: Int, columns: Range<Int>) -> [UInt8] {
        precondition(columns.lowerBound >= 0 && columns.upperBound <= dimension)
        let (segment, offset) = locate(index)
        return segment.storage.bytes(
            in: offset + columns.lowerBound..<offset + columns.upperBound)
    }

    private func locate(_ index: Int) -> (Segment, Int) {
        precondition(index >= 0 && index < count, "a row of the features")
        var place = starts.count - 1
        while starts[place] > index { place -= 1 }
        let segment = segments[place]
        return (segment, segment.offset + (index - starts[place]) * segment.stride)
    }

    /// Where a row begins; the caller keeps the rows alive.
    @unsafe
    func pointer(toRow index: Int) -> UnsafeRawPointer {
        let (segment, offset) = locate(index)
        return unsafe segment.storage.pointer(at: offset)
    }
}
