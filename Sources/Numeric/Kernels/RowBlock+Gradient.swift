internal import CKernels

/// Where the gradient by some columns lies: class after class, `stride` floats apart, from `start` on.
package struct GradientPlace {
    package let sums: DisjointWrites<Float>
    package let start: Int
    package let stride: Int

    package init(_ sums: DisjointWrites<Float>, start: Int, stride: Int) {
        (self.sums, self.start, self.stride) = (sums, start, stride)
    }

    /// The place of columns in a gradient of all columns, C×stride.
    package init(_ columns: Range<Int>, in sums: DisjointWrites<Float>, dimension: Int) {
        self.init(sums, start: columns.lowerBound, stride: RowBlock.stride(dimension))
    }

    /// The gradient by the first columns of a class.
    package func withRow<Result>(
        ofClass c: Int, count: Int, _ body: (inout MutableSpan<Float>) -> Result
    ) -> Result {
        sums.withSlice(start + c * stride..<start + c * stride + count, body)
    }
}

extension RowBlock {
    /// slopesᵀ·(x − offset) of dense rows, for the columns given, which start at a multiple of 16, is
    /// added to the gradient, or takes its place.
    ///
    /// Each `chain` of rows is summed by itself, and then added. `packed` has the same slopes as bytes:
    /// with it the bits are the same, sooner. The first of these columns of the `next` block are
    /// fetched into the cache meanwhile, where all rows are one chain.
    ///
    /// - Precondition: a chain is at most 512 rows, and a multiple of four.
    package func accumulateGradient(
        slopes: Span<Float>, packed: PackedSlopes? = nil, classes: Int, offset: Float,
        columns: Range<Int>, chain: Int = 512, next: RowBlock? = nil, adds: Bool = true,
        into gradient: GradientPlace
    ) {
        precondition(columns.lowerBound % 16 == 0 && columns.upperBound <= features.dimension)
        precondition(slopes.count >= count * classes)
        precondition(packed?.holds(rows: count, classes: classes) ?? true)
        precondition((next?.addresses.count ?? .max) >= count, "room for the same number of rows")
        precondition(chain > 0 && chain <= 512 && chain % 4 == 0)
        precondition(
            gradient.stride % 16 == 0
                && gradient.stride >= Self.stride(columns.upperBound) - columns.lowerBound)
        guard count > 0 else { return }
        guard count > chain else {
            addChain(
                0..<count, slopes: slopes, packed: packed, classes: classes, offset: offset,
                columns: columns, next: next, adds: adds, into: gradient)
            return
        }
        // Column by column, so that the sums of a few stay in the first cache from chain to chain.
        for from in Swift.stride(from: 0, to: columns.count, by: Self.chainColumns) {
            let first = columns.lowerBound + from
            let piece = first..<min(columns.upperBound, first + Self.chainColumns)
            let place = GradientPlace(
                gradient.sums, start: gradient.start + from, stride: gradient.stride)
            for first in Swift.stride(from: 0, to: count, by: chain) {
                addChain(
                    first..<min(count, first + chain), slopes: slopes, packed: packed,
                    classes: classes, offset: offset, columns: piece, next: nil,
                    adds: adds || first > 0, into: place)
            }
        }
    }

    private static let chainColumns = 256

    private func addChain(
        _ range: Range<Int>, slopes: Span<Float>, packed: PackedSlopes?, classes: Int,
        offset: Float, columns: Range<Int>, next: RowBlock?, adds: Bool,
        into gradient: GradientPlace
    ) {
        let (from, to, first) = (columns.lowerBound, columns.upperBound, range.lowerBound)
        let end = gradient.start + (classes - 1) * gradient.stride + Self.stride(to) - from
        precondition(gradient.start >= 0 && end <= gradient.sums.count, "places of the gradient")
        unsafe slopes.extracting(first * classes..<range.upperBound * classes)
            .withUnsafeBufferPointer { slopes in
                // The kernels count columns from the first of the rows'.
                let out = unsafe gradient.sums.pointer(at: gradient.start) - from
                switch features {
                case .bytes:
                    let kernels = unsafe packed?.cpu.kernels ?? self.kernels
                    let add = { (packed: UnsafePointer<lc_packed_slopes>?) in
                        unsafe kernels.pointee.gradient_u8(
                            self.rows(of: UInt8.self, from: first), next?.rows(of: UInt8.self),
                            range.count, from, to, offset, slopes.baseAddress, packed, classes,
                            adds ? 1 : 0, out, gradient.stride)
                    }
                    guard let packed else { return add(nil) }
                    unsafe packed.withPointers(toRow: first) { unsafe add($0) }
                case .floats:
                    unsafe kernels.pointee.gradient_f32(
                        self.rows(of: Float.self, from: first), next?.rows(of: Float.self),
                        range.count, from, to, slopes.baseAddress, classes, adds ? 1 : 0, out,
                        gradient.stride)
                case .sparse: break
                }
            }
    }
}
