import CAllocationCount
import Files
import Learning
import Numeric
import Testing

/// A training step is shorter than asking the system for memory of its weights' size.
@Suite(.enabled(if: lc_counts_allocations() != 0)) struct AllocationTests {
    private func examples(isSparse: Bool) -> Examples {
        let (count, dimension) = (300, 900)
        var random = SeededRandom(seed: 2)
        let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
        let features: Features =
            isSparse
            ? .sparse(
                SparseRows(
                    dimension: dimension, starts: (0...count).map { $0 * 3 },
                    columns: (0..<count * 3).map { Int32($0 % 3 * 300) },
                    values: (0..<count * 3).map { Float($0 % 5) }))
            : .bytes(
                ByteRows(
                    segments: [
                        .init(
                            storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension,
                            count: count)
                    ], dimension: dimension))
        return Examples(
            features: features, labels: (0..<count).map { Int32($0 % 4) }, rows: .range(0..<count),
            scaling: .identity(dimension), classCount: 4)
    }

    /// Allocations of a kilobyte or more by a run.
    private func allocations(_ plan: GradientDescent, _ loss: any Loss, isSparse: Bool) -> Int {
        let examples = examples(isSparse: isSparse)
        let objective = Objective(
            loss: loss, penalty: L2(), strength: 1e-3, regularizesBias: false)
        lc_count_from(1024)
        defer { lc_count_from(.max) }
        _ = lc_allocations()
        _ = plan.train(
            from: .zeros(classes: 4, dimension: 900), objective: objective, examples: examples,
            validation: nil)
        return Int(lc_allocations())
    }

    @Test(arguments: Declared.optimizers.indices, [nil, 32, 300])
    func `a step allocates nothing of the size of the data, the batch or the weights`(
        optimizer: Int, batch: Int?
    ) {
        for loss in [SVM(), Softmax()] as [any Loss] {
            // Steps on sparse rows make a classifier of the weights once an epoch.
            for isSparse in batch == 32 ? [false, true] : [false] {
                let counts = [200, 800].map { steps in
                    var plan = GradientDescent(steps: steps, batch: batch, seed: 1)
                    plan.sampling = .replace
                    plan.optimizer = Declared.optimizers[optimizer]
                    plan.learningRate = 1e-9
                    return allocations(plan, loss, isSparse: isSparse)
                }
                // 600 more steps; a longer curve is copied to a larger place now and then.
                #expect(
                    abs(counts[1] - counts[0]) < (isSparse ? 200 : 50),
                    "\(counts), \(loss), sparse \(isSparse)")
            }
        }
    }
}
