import Numeric

/// The rows of each minibatch, in order.
struct BatchOrder {
    private let rows: RowSelection
    private let batch: Int
    private let sampling: GradientDescent.Sampling
    private var random: SeededRandom
    private var permutation: [Int32] = []
    private var used = 0

    init(_ plan: GradientDescent, examples: Examples, batch: Int) {
        rows = examples.rows
        self.batch = batch
        sampling = plan.sampling
        random = SeededRandom(seed: plan.seed, stream: .run(plan.run))
    }

    /// Replaces `chosen` by the row numbers of the next step.
    mutating func next(into chosen: inout [Int]) {
        chosen.removeAll(keepingCapacity: true)
        if sampling == .replace {
            for _ in 0..<batch { chosen.append(rows[random.integer(below: rows.count)]) }
            return
        }
        if used >= permutation.count {
            permutation = sampling == .blocks ? blocks() : random.permutation(rows.count)
            used = 0
        }
        for place in used..<min(used + batch, permutation.count) {
            chosen.append(rows[Int(permutation[place])])
        }
        used += batch
    }
}

extension BatchOrder {
    private static let blockRows = 8192

    /// The blocks in random order, and the examples of each in random order.
    private mutating func blocks() -> [Int32] {
        let count = (rows.count + Self.blockRows - 1) / Self.blockRows
        var order: [Int32] = []
        order.reserveCapacity(rows.count)
        for block in random.permutation(count) {
            let first = Int(block) * Self.blockRows
            let size = min(Self.blockRows, rows.count - first)
            order += random.permutation(size).map { $0 + Int32(first) }
        }
        return order
    }
}
