import Numeric

/// What conjugate gradients divide by: an easily inverted matrix near the Hessian.
protocol Preconditioner: Sendable {
    func solve(_ r: [Float]) -> [Float]
}

/// The Hessian's diagonal, about.
struct DiagonalPreconditioner: Preconditioner {
    private let inverse: [Float]

    /// `squares` are the means of x² of each feature.
    init(
        squares: [Double], curvature: Double, ridge: Double, regularizesBias: Bool,
        layout: WeightLayout
    ) {
        var inverse = [Float](repeating: 1, count: layout.count)
        for d in 0..<layout.dimension {
            let size = curvature * squares[d] + ridge
            for c in 0..<layout.classes {
                inverse[layout.place(c, d)] = size > 0 ? Float(1 / size) : 1
            }
        }
        for c in 0..<layout.classes {
            inverse[layout.weights + c] = Float(1 / (curvature + (regularizesBias ? ridge : 0)))
        }
        self.inverse = inverse
    }

    func solve(_ r: [Float]) -> [Float] { Vector.product(r, inverse) }
}

/// A bound of the curvature by each weight.
struct SupportPreconditioner: Preconditioner {
    private let inverse: [Float]

    init(curvature: [Float], ridge: Double, penalized: Int) {
        inverse = curvature.indices.map {
            let size = Double(curvature[$0]) + ($0 < penalized ? ridge : 0)
            return size > 0 ? Float(1 / size) : 1
        }
    }

    func solve(_ r: [Float]) -> [Float] { Vector.product(r, inverse) }
}

/// The same matrix for each class: curvature · 1/N Σ (x, 1)(x, 1)ᵀ + ridge, by its Cholesky factor. The
/// Hessian of softmax is between 0 and such a matrix (Böhning 1992), and near it where features are
/// much correlated, as pixels are: that correlation is what slows down other methods.
struct FactorPreconditioner: Preconditioner {
    private let factor: CholeskyFactor
    private let layout: WeightLayout
    private static let chunk = 256

    /// The most features for which a factor is worth its memory and time.
    static let mostFeatures = 4096

    /// How many of the examples the matrix is made of.
    static func sampleCount(_ examples: Examples) -> Int {
        min(examples.count, max(4096, 2 * examples.dimension + 1024))
    }

    /// - Precondition: the layout is class after class.
    init(
        _ examples: Examples, curvature: Double, ridge: Double, regularizesBias: Bool,
        layout: WeightLayout
    ) {
        self.layout = layout
        let sample = examples.sample(Self.sampleCount(examples))
        factor = CholeskyFactor(size: layout.dimension + 1)
        Self.add(sample, to: factor)
        var ridges = [Float](repeating: Float(ridge), count: layout.dimension + 1)
        if !regularizesBias { ridges[layout.dimension] = 0 }
        let most = (0..<factor.size).reduce(Float(0)) { max($0, factor.diagonal($1)) }
        let scale = Float(curvature) / Float(max(sample.count, 1))
        // Features that are constant have no curvature at all.
        for d in ridges.indices { ridges[d] += 1e-6 * scale * most }
        factor.regularize(factor: scale, ridge: ridges)
        factor.factorize()
    }

    private static func add(_ sample: Examples, to factor: CholeskyFactor) {
        let (size, stride) = (factor.size, RowBlock.stride(factor.size))
        let rows = AlignedBuffer<Float>(repeating: 0, count: chunk * stride)
        for begin in Swift.stride(from: 0, to: sample.count, by: chunk) {
            if Parallel.isAbandoned { return }
            let count = min(chunk, sample.count - begin)
            let writes = rows.writes
            Parallel.forEach(count) { r in
                let features = sample.scaledRow(begin + r)
                writes.withSlice(r * stride..<r * stride + size) { row in
                    for d in features.indices { row[d] = features[d] }
                    row[size - 1] = 1
                }
            }
            factor.add(rows, count: count)
        }
    }

    func solve(_ r: [Float]) -> [Float] {
        let (classes, dimension) = (layout.classes, layout.dimension)
        var lists = [Float](repeating: 0, count: classes * (dimension + 1))
        for c in 0..<classes {
            for d in 0..<dimension { lists[c * (dimension + 1) + d] = r[c * dimension + d] }
            lists[c * (dimension + 1) + dimension] = r[layout.weights + c]
        }
        var span = lists.mutableSpan
        factor.solve(&span, count: classes)
        var result = r
        for c in 0..<classes {
            for d in 0..<dimension { result[c * dimension + d] = lists[c * (dimension + 1) + d] }
            result[layout.weights + c] = lists[c * (dimension + 1) + dimension]
        }
        return result
    }
}
