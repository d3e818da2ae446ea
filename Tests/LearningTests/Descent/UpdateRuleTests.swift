import Declarations
import Learning
import Numeric
import Testing

/// Every optimizer of the list, with each of its settings.
@Suite struct UpdateRuleTests {
    /// Two clouds of 60 examples each, of three features.
    private var examples: Examples {
        var random = SeededRandom(seed: 12)
        let elements = (0..<120 * 3).map { Float(random.normal()) + ($0 / 3 % 2 == 0 ? 1 : -1) }
        return Examples(
            features: .floats(FloatRows(Matrix(rows: 120, columns: 3, elements: elements))),
            labels: (0..<120).map { Int32($0 % 2) }, rows: .range(0..<120),
            scaling: .identity(3), classCount: 2)
    }

    private func train(
        _ optimizer: any Optimizer, _ penalty: any Penalty, strength: Double,
        change: (inout GradientDescent) -> Void = { _ in }
    ) -> TrainingResult {
        var plan = GradientDescent(steps: 400, batch: nil, seed: 1)
        plan.optimizer = optimizer
        plan.learningRate = 0.02
        change(&plan)
        return plan.train(
            from: .zeros(classes: 2, dimension: 3),
            objective: Objective(
                loss: Softmax(), penalty: penalty, strength: strength, regularizesBias: false),
            examples: examples, validation: nil)
    }

    @Test(arguments: Declared.optimizers.indices)
    func `a convex objective is descended to near its optimum`(optimizer: Int) {
        let optimum = LBFGS(tolerance: 1e-6).train(
            from: .zeros(classes: 2, dimension: 3),
            objective: Objective(
                loss: Softmax(), penalty: L2(), strength: 0.05, regularizesBias: false),
            examples: examples, validation: nil)
        let result = train(Declared.optimizers[optimizer], L2(), strength: 0.05)
        #expect(result.stop == .limit)
        #expect(result.gradientNorm.map { $0.isFinite && $0 < 0.5 } == true)
        #expect(result.train.total >= optimum.train.total - 1e-6)
        #expect(result.train.total <= optimum.train.total + 5e-3)
    }

    @Test(arguments: Declared.optimizers.indices)
    func `a strong L1 makes every weight exactly zero, and its sub-gradient does not`(
        optimizer: Int
    ) {
        let proximal = train(Declared.optimizers[optimizer], L1(), strength: 2) {
            $0.steps = 50
        }
        #expect(proximal.classifier.W.elements.allSatisfy { $0 == 0 })
        #expect(proximal.classifier.b.allSatisfy { $0.isFinite })
        let follows = train(Declared.optimizers[optimizer], L1(), strength: 0.01) {
            $0.usesSubgradient = true
        }
        #expect(follows.classifier.W.elements.contains { $0 != 0 })
    }

    @Test(arguments: Declared.optimizers.indices, [nil, 7, 16])
    func `steps are the same by rows, by columns and on sparse features`(
        optimizer: Int, batch: Int?
    ) {
        let dense = examples
        let rows = (0..<120).map { dense.features.row($0) }
        let sparse = Examples(
            features: .sparse(
                SparseRows(
                    dimension: 3, starts: (0...120).map { 3 * $0 },
                    columns: (0..<360).map { Int32($0 % 3) }, values: rows.flatMap { $0 })),
            labels: dense.labels, rows: dense.rows, scaling: .identity(3), classCount: 2)
        var plan = GradientDescent(steps: 20, batch: batch, seed: 3)
        plan.optimizer = Declared.optimizers[optimizer]
        plan.learningRate = 0.05
        let objective = Objective(
            loss: Softmax(), penalty: ElasticNet(), strength: 0.01, regularizesBias: false)
        let results = [dense, sparse].map {
            plan.train(
                from: .zeros(classes: 2, dimension: 3), objective: objective, examples: $0,
                validation: nil
            ).classifier
        }
        for (a, b) in zip(
            results[0].W.elements + results[0].b, results[1].W.elements + results[1].b)
        {
            #expect(abs(a - b) <= 2e-4)
        }
    }
}
