import Numeric

/// The last changes of the weights (s) and of the gradient (y).
struct CurvatureMemory {
    let capacity: Int
    private var pairs: [Pair] = []

    struct Pair {
        let s: [Float]
        let y: [Float]
        /// s·y
        let product: Double

        /// Nil without curvature, with which a pair would make H indefinite.
        init?(_ s: [Float], _ y: [Float]) {
            product = Vector.dot(s, y)
            guard product > 1e-10 * Vector.dot(y, y) * 1e-3, product > 0 else { return nil }
            (self.s, self.y) = (s, y)
        }
    }

    init(capacity: Int) { self.capacity = capacity }

    var isEmpty: Bool { pairs.isEmpty }

    mutating func add(_ pair: Pair) {
        if pairs.count == capacity { pairs.removeFirst() }
        pairs.append(pair)
    }

    /// −H·g by the two loops, between which the preconditioner stands for the inverse of H, if there is one.
    func direction(_ gradient: [Float], _ preconditioner: (any Preconditioner)? = nil) -> [Float] {
        var q = gradient
        var factors: [Double] = []
        for pair in pairs.reversed() where !Parallel.isAbandoned {
            let factor = Vector.dot(pair.s, q) / pair.product
            factors.append(factor)
            Vector.add(-factor, pair.y, to: &q)
        }
        let near = preconditioner?.solve(q) ?? q
        if let last = pairs.last {
            let size = Vector.dot(last.y, preconditioner?.solve(last.y) ?? last.y)
            q = near
            Vector.scale(last.product / size, &q)
        } else {
            q = near
        }
        for (pair, factor) in zip(pairs, factors.reversed()) where !Parallel.isAbandoned {
            Vector.add(factor - Vector.dot(pair.y, q) / pair.product, pair.s, to: &q)
        }
        Vector.scale(-1, &q)
        return q
    }
}
