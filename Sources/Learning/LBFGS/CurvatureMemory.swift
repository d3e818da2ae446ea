/// The last changes of the weights (s) and of the gradient (y).
struct CurvatureMemory {
    let capacity: Int
    private var pairs: [(s: [Float], y: [Float], product: Double)] = []

    init(capacity: Int) { self.capacity = capacity }

    var isEmpty: Bool { pairs.isEmpty }

    mutating func add(_ s: [Float], _ y: [Float]) {
        let product = Vector.dot(s, y)
        // Without curvature a pair would make H indefinite.
        guard product > 1e-10 * Vector.dot(y, y) * 1e-3, product > 0 else { return }
        if pairs.count == capacity { pairs.removeFirst() }
        pairs.append((s, y, product))
    }

    /// −H·g by the two loops.
    func direction(_ gradient: [Float]) -> [Float] {
        var q = gradient
        var factors: [Double] = []
        for pair in pairs.reversed() {
            let factor = Vector.dot(pair.s, q) / pair.product
            factors.append(factor)
            Vector.add(-factor, pair.y, to: &q)
        }
        if let last = pairs.last {
            Vector.scale(last.product / Vector.dot(last.y, last.y), &q)
        }
        for (pair, factor) in zip(pairs, factors.reversed()) {
            Vector.add(factor - Vector.dot(pair.y, q) / pair.product, pair.s, to: &q)
        }
        Vector.scale(-1, &q)
        return q
    }
}
