import Numeric

/// A pass over the examples with all sums in double precision: scores, and slopes times features.
///
/// It is what proofs are made by, and the interior point's rows; `Pass` is what solvers go by: single precision,
/// features as they are stored, and kernels of each instruction set. A `Pass` in double precision would need all
/// of these kernels twice for the one or two passes of a search that prove its end, so this one is plain loops.
///
/// The examples are cut into shares that do not depend on the number of threads, and their sums are added
/// in order.
struct DoublePass {
    let layout: WeightLayout
    private let examples: Examples
    private let factors: [Double]
    private let shifts: [Double]
    /// Of sparse examples whose zeros stay zeros.
    private let sparse: SparseDoublePass?

    struct RowResult {
        var value: Double
        var slopes: [Double]
        var dual: Double
    }

    /// `columns` are those of the examples as they are stored, where somebody has made them.
    init(_ examples: Examples, columns: SparseRows? = nil) {
        self.examples = examples
        sparse = SparseDoublePass(examples, columns: columns)
        layout = WeightLayout(
            classes: examples.classCount, dimension: examples.dimension,
            isByFeature: sparse != nil)
        factors = examples.scaling.scale.map { 1 / Double($0) }
        shifts = examples.scaling.mean.map { Double($0) }
    }

    /// The bytes of the gradients of all shares, and of the weights.
    static func bytes(_ examples: Examples) -> Int {
        guard !ScaledRows.keepsZeros(examples) else { return SparseDoublePass.bytes(examples) }
        return 8 * (shares(examples) + 2) * examples.classCount * (examples.dimension + 1)
    }

    /// Few where the weights are many.
    private static func shares(_ examples: Examples) -> Int {
        let weights = examples.classCount * (examples.dimension + 1)
        return max(1, min(16, (1 << 22) / max(weights, 1), examples.count / 64))
    }

    /// The sums of what `visit` gives for the scores, label and position of each example, and 1/N Σ of its
    /// slopes times (x, 1).
    func run(
        _ classifier: LinearClassifier,
        visit: @escaping @Sendable ([Double], Int, Int) -> RowResult
    ) -> (sums: (value: Double, dual: Double), gradient: [Double]) {
        let weights = layout.flatten(classifier).map { Double($0) }
        if let sparse { return sparse.run(weights, visit: visit) }
        return shared { [self] range, gradient in
            var sums = (value: 0.0, dual: 0.0)
            var scores = [Double](repeating: 0, count: layout.classes)
            for position in range {
                if Parallel.isAbandoned { break }
                let row = row(position)
                for c in 0..<layout.classes { scores[c] = weights[layout.weights + c] }
                var span = scores.mutableSpan
                add(row, weights.span, to: &span)
                let result = visit(scores, examples.label(position), position)
                sums.value += result.value
                sums.dual += result.dual
                accumulate(row, result.slopes, &gradient)
            }
            return sums
        }
    }

    /// 1/N Σ of each class's (x, 1).
    func classMeans() -> [Double] {
        if let sparse { return sparse.classMeans() }
        return shared { [self] range, gradient in
            for position in range {
                if Parallel.isAbandoned { break }
                add(row(position), ofClass: examples.label(position), to: &gradient)
            }
            return (0, 0)
        }.gradient
    }

    private func shared(
        _ body:
            @escaping @Sendable (Range<Int>, inout MutableSpan<Double>) -> (
                value: Double, dual: Double
            )
    ) -> (sums: (value: Double, dual: Double), gradient: [Double]) {
        let (count, shares, size) = (examples.count, Self.shares(examples), layout.count)
        let parts = AlignedBuffer<Double>(unwritten: shares * size)
        let sums = AlignedBuffer<Double>(repeating: 0, count: shares * 2)
        let (partWrites, sumWrites) = (parts.writes, sums.writes)
        Parallel.forEach(shares) { share in
            let range = share * count / shares..<(share + 1) * count / shares
            partWrites.withSlice(share * size..<(share + 1) * size) { gradient in
                for i in 0..<gradient.count { gradient[i] = 0 }
                let (value, dual) = body(range, &gradient)
                (sumWrites[2 * share], sumWrites[2 * share + 1]) = (value, dual)
            }
        }
        var total = (value: 0.0, dual: 0.0)
        for share in 0..<shares {
            total.value += sumWrites[2 * share]
            total.dual += sumWrites[2 * share + 1]
        }
        return (total, Self.mean(of: partWrites, shares: shares, size: size, count: count))
    }

    /// 1/N Σ of the shares' gradients, each place in their order.
    private static func mean(
        of parts: DisjointWrites<Double>, shares: Int, size: Int, count: Int
    ) -> [Double] {
        let (pieces, divisor) = ((size + pieceSize - 1) / pieceSize, Double(max(count, 1)))
        return [Double].written(count: size) { gradient in
            Parallel.forEach(pieces) { piece in
                for i in piece * pieceSize..<min(size, (piece + 1) * pieceSize) {
                    var sum = 0.0
                    for share in 0..<shares { sum += parts[share * size + i] }
                    gradient[i] = sum / divisor
                }
            }
        }
    }

    private static let pieceSize = 4096

    private func row(_ position: Int) -> [Double] {
        var features = examples.features.row(examples.rows[position]).map { Double($0) }
        let (factors, shifts) = (factors.span, shifts.span)
        for d in features.indices { features[d] = (features[d] - shifts[d]) * factors[d] }
        return features
    }

    /// All examples' features and a 1 for the bias, N×(D + 1): for few of them.
    func rows() -> [Double] { (0..<examples.count).flatMap { row($0) + [1] } }

    private func add(_ x: [Double], _ weights: Span<Double>, to scores: inout MutableSpan<Double>) {
        let dimension = layout.dimension
        for c in 0..<layout.classes {
            scores[c] += Self.dot(
                weights.extracting(c * dimension..<(c + 1) * dimension), x.span)
        }
    }

    private func accumulate(
        _ x: [Double], _ slopes: [Double], _ gradient: inout MutableSpan<Double>
    ) {
        let (classes, dimension) = (layout.classes, layout.dimension)
        let (x, slopes) = (x.span, slopes.span)
        for c in 0..<classes where slopes[c] != 0 {
            let slope = slopes[c]
            gradient.withSlice(c * dimension..<(c + 1) * dimension) { sums in
                for d in 0..<sums.count { sums[d] += slope * x[d] }
            }
        }
        for c in 0..<classes { gradient[layout.weights + c] += slopes[c] }
    }

    /// Adds (x, 1) to a class's part of a gradient.
    private func add(_ x: [Double], ofClass c: Int, to gradient: inout MutableSpan<Double>) {
        for d in x.indices { gradient[layout.place(c, d)] += x[d] }
        gradient[layout.weights + c] += 1
    }

    static func dot(_ a: Span<Double>, _ b: Span<Double>) -> Double {
        // Four sums, so that an addition need not wait for the previous one.
        var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
        var i = 0
        while i + 4 <= a.count {
            s0 += a[i] * b[i]
            s1 += a[i + 1] * b[i + 1]
            s2 += a[i + 2] * b[i + 2]
            s3 += a[i + 3] * b[i + 3]
            i += 4
        }
        while i < a.count {
            s0 += a[i] * b[i]
            i += 1
        }
        return (s0 + s1) + (s2 + s3)
    }
}
