internal import CKernels

/// Rows of features, gathered by pointer for the kernels: the only door to them.
///
/// `gradient` is C rows of `stride` floats; `offset` is a whole number from 0 to 255 that is
/// subtracted from every byte on the way, so that folding the mean into the bias cancels little.
@safe
package struct RowBlock: @unchecked Sendable {
    // Safe to share: the rows and their pointers never change.
    private let features: Features
    private let pointers: [UnsafeRawPointer]
    /// The rows' numbers, where the features are sparse; they have no pointers.
    private let sparseRows: [Int]
    private let kernels: lc_kernels

    package init(_ features: Features, rows: RowSelection, positions: Range<Int>) {
        self.init(features, rows: positions.map { rows[$0] })
    }

    package init(_ features: Features, rows: [Int]) {
        self.features = features
        unsafe kernels = CPU.selected.kernels
        sparseRows = features.isSparse ? rows : []
        switch features {
        case .sparse: unsafe pointers = []
        case .bytes(let bytes): unsafe pointers = rows.map { unsafe bytes.pointer(toRow: $0) }
        case .floats(let floats):
            let columns = floats.matrix.columns
            // Valid as long as `features` holds the array, which nothing changes.
            unsafe pointers = floats.matrix.elements.withUnsafeBufferPointer { buffer in
                let base = unsafe UnsafeRawPointer(
                    buffer.baseAddress ?? UnsafePointer(bitPattern: 64).unsafelyUnwrapped)
                return unsafe rows.map { unsafe base + $0 * columns * MemoryLayout<Float>.stride }
            }
        }
    }

    package var count: Int { unsafe max(pointers.count, sparseRows.count) }

    /// Floats a padded row of D weights takes.
    package static func stride(_ dimension: Int) -> Int { (dimension + 15) / 16 * 16 }

    /// scores = (x − offset)·Wᵀ + b of some of the rows, n×C.
    package func scores(
        of range: Range<Int>? = nil, weights: FoldedWeights, bias: Span<Float>, offset: Float,
        into scores: inout MutableSpan<Float>
    ) {
        let classes = bias.count
        let dimension = features.dimension
        let range = range ?? 0..<count
        precondition(range.upperBound <= count, "rows of the block")
        precondition(weights.classes == classes && weights.dimension == dimension)
        precondition(scores.count >= range.count * classes)
        guard !range.isEmpty, classes > 0 else { return }
        if case .sparse(let rows) = features {
            sparseScores(rows, range, weights: weights, bias: bias, into: &scores)
            return
        }
        let kernels = unsafe weights.cpu.kernels
        let folded = unsafe weights.elements.pointer
        unsafe bias.withUnsafeBufferPointer { bias in
            unsafe scores.withUnsafeMutableBufferPointer { scores in
                unsafe pointers.withUnsafeBytes { rows in
                    switch features {
                    case .bytes:
                        unsafe kernels.scores_u8(
                            rows.assumingMemoryBound(to: UnsafePointer<UInt8>?.self)
                                .baseAddress?.advanced(by: range.lowerBound), range.count,
                            dimension, offset, folded, bias.baseAddress, classes,
                            scores.baseAddress)
                    case .floats:
                        unsafe kernels.scores_f32(
                            rows.assumingMemoryBound(to: UnsafePointer<Float>?.self)
                                .baseAddress?.advanced(by: range.lowerBound), range.count,
                            dimension, folded, bias.baseAddress, classes, scores.baseAddress)
                    case .sparse: break
                    }
                }
            }
        }
    }

    /// gradient += slopesᵀ·(x − offset) for the columns given, which start at a multiple of 16.
    ///
    /// - Parameter packed: what `packSlopes` made of the same slopes, if it could; the bits are the
    ///   same, sooner.
    package func accumulateGradient(
        slopes: Span<Float>, packed: AlignedBuffer<Int8>? = nil, classes: Int, offset: Float,
        columns: Range<Int>, into gradient: DisjointWrites<Float>
    ) {
        let stride = Self.stride(features.dimension)
        precondition(columns.lowerBound % 16 == 0 && columns.upperBound <= features.dimension)
        precondition(slopes.count >= count * classes)
        precondition((packed?.count ?? .max) >= Self.packedCount(count) * classes)
        guard count > 0 else { return }
        if case .sparse(let rows) = features {
            addSparseGradient(rows, slopes: slopes, classes: classes, columns, into: gradient)
            return
        }
        unsafe slopes.withUnsafeBufferPointer { slopes in
            unsafe pointers.withUnsafeBytes { rows in
                let out = unsafe gradient.pointer(at: 0)
                switch features {
                case .bytes:
                    unsafe kernels.gradient_u8(
                        rows.assumingMemoryBound(to: UnsafePointer<UInt8>?.self).baseAddress, count,
                        columns.lowerBound, columns.upperBound, offset, slopes.baseAddress,
                        packed?.pointer, classes, out, stride)
                case .floats:
                    unsafe kernels.gradient_f32(
                        rows.assumingMemoryBound(to: UnsafePointer<Float>?.self).baseAddress, count,
                        columns.lowerBound, columns.upperBound, slopes.baseAddress, classes, out,
                        stride)
                case .sparse: break
                }
            }
        }
    }

    /// Rows that `packSlopes` has room for: a multiple of four.
    package static func packedCount(_ rows: Int) -> Int { (rows + 3) / 4 * 4 }

    /// Slopes that are whole numbers, as those of the SVM are, as bytes, from some row on, a multiple
    /// of four: byte features then meet them in integer products.
    ///
    /// - Returns: false when a slope is no whole number, or more than 127.
    package static func packSlopes(
        _ slopes: Span<Float>, classes: Int, fromRow row: Int, into packed: AlignedBuffer<Int8>
    ) -> Bool {
        let count = slopes.count / classes
        precondition(row % 4 == 0 && (row + packedCount(count)) * classes <= packed.count)
        return unsafe slopes.withUnsafeBufferPointer {
            unsafe CPU.selected.kernels.pack_slopes(
                $0.baseAddress, count, classes, packed.pointer + row * classes)
        } != 0
    }

    /// Adds Σx and Σx² of each column of byte features.
    package func addMoments(sums: inout [UInt64], squares: inout [UInt64]) {
        guard case .bytes = features, count > 0 else { return }
        precondition(sums.count == features.dimension && squares.count == features.dimension)
        unsafe pointers.withUnsafeBytes { rows in
            unsafe kernels.moments_u8(
                rows.assumingMemoryBound(to: UnsafePointer<UInt8>?.self).baseAddress, count,
                features.dimension, &sums, &squares)
        }
    }

    /// Exact products of byte features with rows of 8-bit weights, n×vectors.
    ///
    /// - Precondition: the features are bytes and D is at most 66 000, so that no sum overflows.
    package func integerProducts(
        _ weights: IntegerWeights, into products: inout MutableSpan<Int32>
    ) {
        guard case .bytes = features, count > 0 else { return }
        precondition(weights.dimension == features.dimension)
        precondition(products.count >= count * weights.vectors)
        unsafe products.withUnsafeMutableBufferPointer { products in
            unsafe pointers.withUnsafeBytes { rows in
                unsafe kernels.products_u8s8(
                    rows.assumingMemoryBound(to: UnsafePointer<UInt8>?.self).baseAddress, count,
                    features.dimension, weights.elements.pointer, weights.vectors,
                    products.baseAddress)
            }
        }
    }
}

// MARK: - Sparse rows

extension RowBlock {
    private func sparseScores(
        _ rows: SparseRows, _ range: Range<Int>, weights: FoldedWeights, bias: Span<Float>,
        into scores: inout MutableSpan<Float>
    ) {
        weights.elements.withSpan {
            addScores(rows, range, weights: $0, bias: bias, into: &scores)
        }
    }

    private func addScores(
        _ rows: SparseRows, _ range: Range<Int>, weights: Span<Float>, bias: Span<Float>,
        into scores: inout MutableSpan<Float>
    ) {
        let classes = bias.count
        let columns = rows.columns.span
        let values = rows.values.span
        for (place, r) in range.enumerated() {
            for c in 0..<classes { scores[place * classes + c] = bias[c] }
            for entry in rows.entries(ofRow: sparseRows[r]) {
                let first = Int(columns[entry]) * classes
                let value = values[entry]
                for c in 0..<classes {
                    scores[place * classes + c] += weights[first + c] * value
                }
            }
        }
    }

    private func addSparseGradient(
        _ rows: SparseRows, slopes: Span<Float>, classes: Int, _ wanted: Range<Int>,
        into gradient: DisjointWrites<Float>
    ) {
        let stride = Self.stride(rows.dimension)
        let columns = rows.columns.span
        let values = rows.values.span
        for (r, row) in sparseRows.enumerated() {
            let entries = rows.entries(ofRow: row, columns: wanted)
            for c in 0..<classes where slopes[r * classes + c] != 0 {
                let slope = slopes[r * classes + c]
                for entry in entries {
                    gradient[c * stride + Int(columns[entry])] += slope * values[entry]
                }
            }
        }
    }
}
