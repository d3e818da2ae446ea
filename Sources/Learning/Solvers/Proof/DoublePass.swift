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
    private let keepsZeros: Bool

    struct RowResult {
        var value: Double
        var slopes: [Double]
        var dual: Double
    }

    init(_ examples: Examples) {
        self.examples = examples
        keepsZeros = ScaledRows.keepsZeros(examples)
        layout = WeightLayout(
            classes: examples.classCount, dimension: examples.dimension, isByFeature: keepsZeros)
        factors = examples.scaling.scale.map { 1 / Double($0) }
        shifts = examples.scaling.mean.map { Double($0) }
    }

    /// The bytes of the gradients of all shares, and of the weights.
    static func bytes(_ examples: Examples) -> Int {
        8 * (shares(examples) + 2) * examples.classCount * (examples.dimension + 1)
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
        let weights = flatten(classifier)
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
        shared { [self] range, gradient in
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

    /// The features of an example: where those that are stored lie, or all of them.
    private enum Row {
        case stored(SparseRows, Range<Int>)
        case dense([Double])
    }

    private func row(_ position: Int) -> Row {
        if keepsZeros, case .sparse(let rows) = examples.features {
            return .stored(rows, rows.entries(ofRow: examples.rows[position]))
        }
        var features = examples.features.row(examples.rows[position]).map { Double($0) }
        let (factors, shifts) = (factors.span, shifts.span)
        for d in features.indices { features[d] = (features[d] - shifts[d]) * factors[d] }
        return .dense(features)
    }

    /// All examples' features and a 1 for the bias, N×(D + 1): for few of them.
    func rows() -> [Double] {
        (0..<examples.count).flatMap { position in
            switch row(position) {
            case .dense(let features): return features + [1]
            case .stored(let rows, let entries):
                var features = [Double](repeating: 0, count: layout.dimension + 1)
                for entry in entries {
                    let d = Int(rows.columns[entry])
                    features[d] = Double(rows.values[entry]) * factors[d]
                }
                features[layout.dimension] = 1
                return features
            }
        }
    }

    private func flatten(_ classifier: LinearClassifier) -> [Double] {
        layout.flatten(classifier).map { Double($0) }
    }

    private func add(_ row: Row, _ weights: Span<Double>, to scores: inout MutableSpan<Double>) {
        let (classes, dimension) = (layout.classes, layout.dimension)
        switch row {
        case .stored(let rows, let entries):
            for entry in entries {
                let d = Int(rows.columns[entry])
                let x = Double(rows.values[entry]) * factors[d]
                for c in 0..<classes { scores[c] += x * weights[d * classes + c] }
            }
        case .dense(let x):
            for c in 0..<classes {
                scores[c] += Self.dot(
                    weights.extracting(c * dimension..<(c + 1) * dimension), x.span)
            }
        }
    }

    private func accumulate(
        _ row: Row, _ slopes: [Double], _ gradient: inout MutableSpan<Double>
    ) {
        let (classes, dimension) = (layout.classes, layout.dimension)
        let slopes = slopes.span
        switch row {
        case .stored(let rows, let entries):
            for entry in entries {
                let d = Int(rows.columns[entry])
                let x = Double(rows.values[entry]) * factors[d]
                for c in 0..<classes { gradient[d * classes + c] += x * slopes[c] }
            }
        case .dense(let x):
            let x = x.span
            for c in 0..<classes where slopes[c] != 0 {
                let slope = slopes[c]
                gradient.withSlice(c * dimension..<(c + 1) * dimension) { sums in
                    for d in 0..<sums.count { sums[d] += slope * x[d] }
                }
            }
        }
        for c in 0..<classes { gradient[layout.weights + c] += slopes[c] }
    }

    /// Adds (x, 1) to a class's part of a gradient.
    private func add(_ row: Row, ofClass c: Int, to gradient: inout MutableSpan<Double>) {
        switch row {
        case .stored(let rows, let entries):
            for entry in entries {
                let d = Int(rows.columns[entry])
                gradient[layout.place(c, d)] += Double(rows.values[entry]) * factors[d]
            }
        case .dense(let x):
            for d in x.indices { gradient[layout.place(c, d)] += x[d] }
        }
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
