import Numeric

/// The matrix of a step's equations in double precision, (C·(D + 1))², and its Cholesky factor.
final class NewtonMatrix: @unchecked Sendable {
    private let classes: Int
    /// D + 1.
    private let width: Int
    private let elements: AlignedBuffer<Double>

    private var size: Int { classes * width }

    init(classes: Int, width: Int) {
        self.classes = classes
        self.width = width
        elements = AlignedBuffer(repeating: 0, count: classes * width * classes * width)
    }

    /// Becomes 1/N Σ Bᵢ ⊗ xᵢxᵢᵀ + diag: rows x are N×(D + 1), curvatures B are N×C×C.
    func fill(rows: [Double], curvatures: AlignedBuffer<Double>, diagonal: [Double]) {
        let (width, classes, size) = (width, classes, size)
        let count = rows.count / width
        let elements = elements.writes
        let curvatures = curvatures.writes
        Parallel.forEach(classes * classes) { block in
            let (c, k) = (block / classes, block % classes)
            guard c >= k else { return }
            let x = rows.span
            for a in 0..<width {
                let begin = (c * width + a) * size + k * width
                elements.withSlice(begin..<begin + width) { row in
                    for b in 0..<width { row[b] = 0 }
                    for i in 0..<count {
                        let factor =
                            curvatures[(i * classes + c) * classes + k] * x[i * width + a]
                        guard factor != 0 else { continue }
                        for b in 0..<width { row[b] += factor * x[i * width + b] }
                    }
                    for b in 0..<width { row[b] /= Double(max(count, 1)) }
                }
            }
        }
        for i in 0..<size { elements[i * size + i] += diagonal[i] }
    }

    /// Replaces the lower triangle by L with L·Lᵀ the matrix. A place whose pivot is but rounding is fixed:
    /// the solution is 0 there.
    func factorize() {
        let (size, elements) = (size, elements.writes)
        for j in 0..<size {
            if Parallel.isAbandoned { return }
            let before = elements[j * size + j]
            var pivot = before
            for k in 0..<j { pivot -= elements[j * size + k] * elements[j * size + k] }
            let root = pivot > 1e-13 * before && pivot > 0 ? pivot.squareRoot() : 1e150
            elements[j * size + j] = root
            let rest = size - j - 1
            let piece = max(16, 20_000 / (j + 1))
            Parallel.forEach((rest + piece - 1) / piece) { index in
                let from = j + 1 + index * piece
                for i in from..<min(size, from + piece) {
                    elements.withSlice(j * size..<j * size + j) { left in
                        elements.withSlice(i * size..<i * size + j) { right in
                            elements[i * size + j] =
                                (elements[i * size + j] - DoublePass.dot(left.span, right.span))
                                / root
                        }
                    }
                }
            }
        }
    }

    /// The solution of L·Lᵀ·x = y.
    func solve(_ y: [Double]) -> [Double] {
        let (size, elements) = (size, elements.writes)
        var x = y
        for i in 0..<size {
            var sum = x[i]
            for k in 0..<i { sum -= elements[i * size + k] * x[k] }
            x[i] = sum / elements[i * size + i]
        }
        for i in (0..<size).reversed() {
            x[i] /= elements[i * size + i]
            for k in 0..<i { x[k] -= elements[i * size + k] * x[i] }
        }
        return x
    }
}
