internal import CKernels

/// Rows of features, gathered by pointer for the kernels: the only door to them.
///
/// `weights` and `gradient` are C rows of `stride` floats, padded with zeros; `offset` is a number
/// that is subtracted from every byte on the way, so that folding the mean into the bias cancels
/// little.
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

    /// Bytes a padded row of D integer weights takes.
    package static func integerStride(_ dimension: Int) -> Int { (dimension + 63) / 64 * 64 }

    /// scores = (x − offset)·Wᵀ + b of some of the rows, n×C.
    package func scores(
        of range: Range<Int>? = nil, weights: Span<Float>, bias: Span<Float>, offset: Float,
        into scores: inout MutableSpan<Float>
    ) {
        let classes = bias.count
        let dimension = features.dimension
        let stride = Self.stride(dimension)
        let range = range ?? 0..<count
        precondition(range.upperBound <= count, "rows of the block")
        precondition(weights.count >= classes * stride && scores.count >= range.count * classes)
        guard !range.isEmpty, classes > 0 else { return }
        if case .sparse(let rows) = features {
            sparseScores(rows, range, weights: weights, bias: bias, into: &scores)
            return
        }
        unsafe weights.withUnsafeBufferPointer { weights in
            unsafe bias.withUnsafeBufferPointer { bias in
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                    unsafe pointers.withUnsafeBytes { rows in
                        switch features {
                        case .bytes:
                            unsafe kernels.scores_u8(
                                rows.assumingMemoryBound(to: UnsafePointer<UInt8>?.self)
                                    .baseAddress?.advanced(by: range.lowerBound), range.count,
                                dimension, offset, weights.baseAddress, stride, bias.baseAddress,
                                classes,
                                scores.baseAddress)
                        case .floats:
                            unsafe kernels.scores_f32(
                                rows.assumingMemoryBound(to: UnsafePointer<Float>?.self)
                                    .baseAddress?.advanced(by: range.lowerBound), range.count,
                                dimension, weights.baseAddress, stride, bias.baseAddress, classes,
                                scores.baseAddress)
                        case .sparse: break
                        }
                    }
                }
            }
        }
    }

    /// gradient += slopesᵀ·(x − offset) for the columns given, which start at a multiple of 16.
    package func accumulateGradient(
        slopes: Span<Float>, classes: Int, offset: Float, columns: Range<Int>,
        into gradient: DisjointWrites<Float>
    ) {
        let stride = Self.stride(features.dimension)
        precondition(columns.lowerBound % 16 == 0 && columns.upperBound <= features.dimension)
        precondition(slopes.count >= count * classes)
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
                        columns.lowerBound, columns.upperBound, offset, slopes.baseAddress, classes,
                        out, stride)
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

    /// Exact products of byte features with `vectors` padded rows of 8-bit weights, count×vectors.
    ///
    /// - Precondition: the features are bytes and D is at most 66 000, so that no sum overflows.
    package func integerProducts(
        weights: Span<Int8>, vectors: Int, into products: inout MutableSpan<Int32>
    ) {
        guard case .bytes = features, count > 0 else { return }
        let stride = Self.integerStride(features.dimension)
        precondition(weights.count >= vectors * stride && products.count >= count * vectors)
        unsafe weights.withUnsafeBufferPointer { weights in
            unsafe products.withUnsafeMutableBufferPointer { products in
                unsafe pointers.withUnsafeBytes { rows in
                    unsafe kernels.products_u8s8(
                        rows.assumingMemoryBound(to: UnsafePointer<UInt8>?.self).baseAddress, count,
                        features.dimension, weights.baseAddress, stride, vectors,
                        products.baseAddress)
                }
            }
        }
    }
}

// MARK: - Sparse rows

extension RowBlock {
    private func sparseScores(
        _ rows: SparseRows, _ range: Range<Int>, weights: Span<Float>, bias: Span<Float>,
        into scores: inout MutableSpan<Float>
    ) {
        let stride = Self.stride(rows.dimension)
        let columns = rows.columns.span
        let values = rows.values.span
        for (place, r) in range.enumerated() {
            for c in 0..<bias.count {
                var sum = bias[c]
                for entry in rows.entries(ofRow: sparseRows[r]) {
                    sum += weights[c * stride + Int(columns[entry])] * values[entry]
                }
                scores[place * bias.count + c] = sum
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
