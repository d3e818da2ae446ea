internal import CKernels

/// A symmetric matrix A of sums of products, and then its factor U with A = UᵀU.
///
/// Only the upper triangle is kept up to date. The bits do not depend on the number of threads: each
/// piece of work has rows of its own, and sums run in order.
package final class CholeskyFactor: @unchecked Sendable {
    package let size: Int
    private let stride: Int
    private let elements: AlignedBuffer<Float>
    private static let block = 64
    private static let tile = 256

    /// The bytes that a factor of this size takes.
    package static func bytes(_ size: Int) -> Int {
        RowBlock.stride(size) * size * MemoryLayout<Float>.stride
    }

    /// All zero.
    package init(size: Int) {
        self.size = size
        stride = RowBlock.stride(size)
        elements = AlignedBuffer(repeating: 0, count: stride * size)
    }

    /// A[i, i].
    package func diagonal(_ i: Int) -> Float { elements.writes[i * stride + i] }

    /// Becomes factor·A with `ridge[i]` added to A[i, i].
    package func regularize(factor: Float, ridge: [Float]) {
        precondition(ridge.count == size)
        let (elements, stride, size) = (elements.writes, stride, size)
        Parallel.forEach(size) { i in
            elements.withSlice(i * stride + i..<i * stride + size) { row in
                for j in 0..<row.count { row[j] *= factor }
                row[0] += ridge[i]
            }
        }
    }

    /// A += Σ x·xᵀ over rows x, n×size, that lie `stride(size)` apart.
    package func add(_ rows: AlignedBuffer<Float>, count: Int) {
        precondition(rows.count >= count * stride)
        let tiles = (size + Self.tile - 1) / Self.tile
        Parallel.forEach(tiles * tiles) { [self] index in
            let (i, j) = (index / tiles * Self.tile, index % tiles * Self.tile)
            guard j >= i else { return }
            addProduct(
                at: i, j, rows: min(Self.tile, size - i), columns: min(Self.tile, size - j),
                left: rows, i, right: rows, j, depth: count, sign: 1)
        }
    }

    /// Replaces A by U. A pivot that rounding has made too small becomes a small number, so that UᵀU
    /// is positive definite whatever A is.
    package func factorize() {
        let least = (0..<size).reduce(Float(0)) { max($0, diagonal($1)) } * 1e-7
        for begin in Swift.stride(from: 0, to: size, by: Self.block) {
            if Parallel.isAbandoned { return }
            let end = min(size, begin + Self.block)
            for i in begin..<end {
                if i > begin {
                    addProduct(
                        at: i, i, rows: 1, columns: size - i, left: elements, begin * stride + i,
                        right: elements, begin * stride + i, depth: i - begin, sign: -1)
                }
                scale(row: i, least: max(least, .leastNormalMagnitude))
            }
            subtract(begin..<end)
        }
    }

    private func scale(row i: Int, least: Float) {
        elements.writes.withSlice(i * stride + i..<i * stride + size) { row in
            let pivot = max(row[0], least).squareRoot()
            row[0] = pivot
            for j in 1..<max(row.count, 1) { row[j] /= pivot }
        }
    }

    /// Subtracts what the finished rows add to all rows after them.
    private func subtract(_ finished: Range<Int>) {
        let (begin, end) = (finished.lowerBound, finished.upperBound)
        let pieces = (size - end + Self.block - 1) / Self.block
        Parallel.forEach(max(pieces, 0)) { [self] piece in
            let i = end + piece * Self.block
            addProduct(
                at: i, i, rows: min(Self.block, size - i), columns: size - i,
                left: elements, begin * stride + i, right: elements, begin * stride + i,
                depth: finished.count, sign: -1)
        }
    }

    private func addProduct(
        at i: Int, _ j: Int, rows: Int, columns: Int, left: AlignedBuffer<Float>, _ leftPlace: Int,
        right: AlignedBuffer<Float>, _ rightPlace: Int, depth: Int, sign: Float
    ) {
        guard rows > 0, columns > 0, depth > 0 else { return }
        let last = (depth - 1) * stride
        precondition(i + rows <= size && j + columns <= size)
        precondition(leftPlace + last + rows <= left.count)
        precondition(rightPlace + last + columns <= right.count)
        unsafe CPU.selected.kernels.pointee.add_product(
            elements.pointer + i * stride + j, stride, rows, columns, left.pointer + leftPlace,
            stride, right.pointer + rightPlace, stride, depth, sign)
    }

    /// Solves UᵀU·x = y in the place of each of `count` lists y of `size` numbers.
    package func solve(_ lists: inout MutableSpan<Float>, count: Int) {
        precondition(lists.count >= count * size)
        unsafe lists.withUnsafeMutableBufferPointer { lists in
            guard let base = lists.baseAddress else { return }
            let kernels = unsafe CPU.selected.kernels
            unsafe kernels.pointee.solve_transposed(
                elements.pointer, stride, size, base, size, count)
            unsafe kernels.pointee.solve_upper(elements.pointer, stride, size, base, size, count)
        }
    }
}
