internal import CKernels

/// Rows of features, gathered by pointer for the kernels. Features reach a kernel by no other way.
///
/// `offset` is a whole number from 0 to 255 that is
/// subtracted from every byte on the way, so that folding the mean into the bias cancels little.
@safe
package struct RowBlock: @unchecked Sendable {
    let features: Features
    /// The rows' numbers, and where each begins unless the features are sparse.
    private let rowNumbers: AlignedBuffer<Int>
    let addresses: AlignedBuffer<UInt>
    let kernels: UnsafePointer<lc_kernels>
    package private(set) var count = 0
    package var dimension: Int { features.dimension }

    /// Room for at most `capacity` rows; it holds none yet.
    package init(_ features: Features, capacity: Int) {
        self.features = features
        unsafe kernels = CPU.selected.kernels
        rowNumbers = AlignedBuffer(repeating: 0, count: capacity)
        addresses = AlignedBuffer(repeating: 0, count: features.isSparse ? 0 : capacity)
    }

    package init(_ features: Features, rows: RowSelection, positions: Range<Int>) {
        self.init(features, capacity: positions.count)
        take(positions.count) { rows[positions.lowerBound + $0] }
    }

    package init(_ features: Features, rows: [Int]) {
        self.init(features, capacity: rows.count)
        take(rows.count) { rows[$0] }
    }

    /// Gathers other rows in the place of the present ones, which no thread may be using. `count`
    /// is at most the capacity.
    package mutating func take(_ count: Int, _ row: (Int) -> Int) {
        self.count = count
        rowNumbers.withMutableSpan { numbers in
            for r in 0..<count { numbers[r] = row(r) }
        }
        switch features {
        case .sparse: break
        case .bytes(let bytes): unsafe locate { unsafe bytes.pointer(toRow: $0) }
        case .floats(let floats): unsafe locate { unsafe floats.pointer(toRow: $0) }
        }
    }

    private func locate(_ row: (Int) -> UnsafeRawPointer) {
        let numbers = numbers
        addresses.withMutableSpan { addresses in
            for r in 0..<count { unsafe addresses[r] = UInt(bitPattern: row(numbers[r])) }
        }
    }

    /// The numbers of the block's rows among the features'.
    package var numbers: DisjointWrites<Int> { rowNumbers.writes }

    /// The addresses of the rows, from the row `first` on, as the kernels take them.
    @unsafe
    func rows<Element>(
        of type: Element.Type, from first: Int = 0
    ) -> UnsafePointer<UnsafePointer<Element>?> {
        unsafe UnsafeRawPointer(addresses.pointer + first)
            .assumingMemoryBound(to: UnsafePointer<Element>?.self)
    }

    /// The number of floats that a padded row of D weights takes.
    package static func stride(_ dimension: Int) -> Int { (dimension + 15) / 16 * 16 }

    /// scores = (x − offset)·Wᵀ + b of the rows in `range`, or of all rows; n×C.
    package func scores(
        of range: Range<Int>? = nil, weights: FoldedWeights, bias: Span<Float>, offset: Float,
        into scores: inout MutableSpan<Float>
    ) {
        let range = range ?? 0..<count
        precondition(scores.count >= range.count * bias.count)
        if case .sparse(let rows) = features {
            precondition(range.upperBound <= count, "rows of the block")
            sparseScores(rows, range, weights: weights, bias: bias, into: &scores)
            return
        }
        addColumns(
            lc_columns(
                from: 0, to: features.dimension, grain: max(1, features.dimension), apart: 0),
            of: range, weights: weights, bias: bias, offset: offset, into: &scores)
    }

    /// The parts of all rows' scores that the given columns make, without a bias: each `grain` of
    /// columns makes n×C numbers, which begin `apart` after those of the previous grain. The
    /// columns begin with a grain, and end with a grain or the row; a grain is a multiple of 16.
    ///
    /// - Precondition: the rows are not sparse.
    package func partialScores(
        columns: Range<Int>, grain: Int, weights: FoldedWeights, offset: Float, apart: Int,
        into parts: inout MutableSpan<Float>
    ) {
        let grains = (columns.count + grain - 1) / grain
        precondition(grain > 0 && grain % 16 == 0 && columns.lowerBound % grain == 0)
        precondition(columns.upperBound % grain == 0 || columns.upperBound == features.dimension)
        precondition(apart >= count * weights.classes && parts.count >= grains * apart)
        weights.zeros.withSpan {
            addColumns(
                lc_columns(
                    from: columns.lowerBound, to: columns.upperBound, grain: grain, apart: apart),
                of: 0..<count, weights: weights, bias: $0, offset: offset, into: &parts)
        }
    }

    private func addColumns(
        _ columns: lc_columns, of range: Range<Int>, weights: FoldedWeights, bias: Span<Float>,
        offset: Float, into scores: inout MutableSpan<Float>
    ) {
        let classes = bias.count
        let dimension = features.dimension
        precondition(range.upperBound <= count, "rows of the block")
        precondition(weights.classes == classes && weights.dimension == dimension)
        guard !range.isEmpty, classes > 0 else { return }
        guard dimension > 0 else {
            for i in 0..<range.count * classes { scores[i] = bias[i % classes] }
            return
        }
        var columns = columns
        let kernels = unsafe weights.cpu.kernels
        let folded = unsafe weights.elements.pointer
        unsafe bias.withUnsafeBufferPointer { bias in
            unsafe scores.withUnsafeMutableBufferPointer { scores in
                switch features {
                case .bytes:
                    unsafe kernels.pointee.scores_u8(
                        self.rows(of: UInt8.self, from: range.lowerBound), range.count,
                        &columns, dimension, offset, folded, bias.baseAddress, classes,
                        scores.baseAddress)
                case .floats:
                    unsafe kernels.pointee.scores_f32(
                        self.rows(of: Float.self, from: range.lowerBound), range.count,
                        &columns, dimension, folded, bias.baseAddress, classes,
                        scores.baseAddress)
                case .sparse: break
                }
            }
        }
    }

    /// Adds Σx and Σx² of each column of byte features.
    package func addMoments(sums: inout [UInt64], squares: inout [UInt64]) {
        guard case .bytes = features, count > 0 else { return }
        precondition(sums.count == features.dimension && squares.count == features.dimension)
        unsafe kernels.pointee.moments_u8(
            rows(of: UInt8.self), count, features.dimension, &sums, &squares)
    }

    /// Exact products of the byte features of the rows in `range` with rows of 8-bit weights,
    /// n×vectors; the same number of rows after them is fetched into the cache meanwhile.
    ///
    /// - Precondition: the features are bytes, and the weights above zero of a row, as those below, add
    ///   to at most 2³¹/255, so that no sum overflows.
    package func integerProducts(
        of range: Range<Int>, _ weights: IntegerWeights, into products: inout MutableSpan<Int32>
    ) {
        guard case .bytes = features, !range.isEmpty else { return }
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "rows of the block")
        precondition(weights.dimension == features.dimension)
        precondition(products.count >= range.count * weights.vectors)
        let next = min(range.count, count - range.upperBound)
        unsafe products.withUnsafeMutableBufferPointer { products in
            unsafe weights.cpu.kernels.pointee.products_u8s8(
                rows(of: UInt8.self, from: range.lowerBound), range.count, next,
                features.dimension, weights.elements.pointer, weights.vectors,
                products.baseAddress)
        }
    }
}
