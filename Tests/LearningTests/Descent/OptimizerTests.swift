import Files
import Learning
import Numeric
import Testing

/// Optimizers beside what they should reach, and the sparse path beside the dense one.
@Suite(.serialized) struct OptimizerTests {
    /// Rows of which about a third is not zero, as sparse features and as dense ones.
    private func pair(
        _ count: Int, _ dimension: Int, _ classes: Int, seed: UInt64 = 3
    ) -> (sparse: Examples, dense: Examples) {
        var random = SeededRandom(seed: seed)
        var elements: [Float] = []
        var (starts, columns, values) = ([0], [Int32](), [Float]())
        for _ in 0..<count {
            for d in 0..<dimension {
                let value: Float = random.uniform() < 0.3 ? Float(random.normal()) : 0
                elements.append(value)
                guard value != 0 else { continue }
                columns.append(Int32(d))
                values.append(value)
            }
            starts.append(values.count)
        }
        let labels = (0..<count).map { _ in Int32(random.integer(below: classes)) }
        func examples(_ features: Features) -> Examples {
            Examples(
                features: features, labels: labels, rows: .range(0..<count),
                scaling: .identity(dimension), classCount: classes)
        }
        return (
            examples(
                .sparse(
                    SparseRows(
                        dimension: dimension, starts: starts, columns: columns, values: values))),
            examples(
                .floats(FloatRows(Matrix(rows: count, columns: dimension, elements: elements))))
        )
    }

    private func objective(_ loss: any Loss, _ penalty: any Penalty, _ strength: Double = 0.01)
        -> Objective
    {
        Objective(loss: loss, penalty: penalty, strength: strength, regularizesBias: false)
    }

    private func isNear(_ a: LinearClassifier, _ b: LinearClassifier, _ tolerance: Float) -> Bool {
        zip(a.W.elements + a.b, b.W.elements + b.b).allSatisfy { abs($0 - $1) <= tolerance }
    }

    // MARK: - Sparse features

    @Test func `sparse features give the loss and the gradient that dense ones give`() {
        for (count, dimension, classes) in [(1, 1, 2), (40, 7, 3), (600, 300, 5)] {
            let (sparse, dense) = pair(count, dimension, classes)
            var random = SeededRandom(seed: 8)
            let classifier = LinearClassifier.gaussian(
                classes: classes, dimension: dimension, scale: 0.5, random: &random)
            let objective = objective(Softmax(), L2())
            let (a, b) = (
                objective.gradient(of: classifier, on: sparse),
                objective.gradient(of: classifier, on: dense)
            )
            #expect(abs(a.0.total - b.0.total) <= 1e-5 * b.0.total)
            for (x, y) in zip(a.1.dW.elements + a.1.db, b.1.dW.elements + b.1.db) {
                #expect(abs(x - y) <= 1e-5)
            }
            let scaling = FeatureScaling(
                mean: [Float](repeating: 0.1, count: dimension),
                scale: [Float](repeating: 2, count: dimension))
            #expect(
                columnStatistics(of: sparse.features, rows: sparse.rows).mean.count == dimension)
            let shifted = { (examples: Examples) in
                Examples(
                    features: examples.features, labels: examples.labels, rows: examples.rows,
                    scaling: scaling, classCount: classes)
            }
            let (c, d) = (
                objective.evaluate(classifier, on: shifted(sparse)).total,
                objective.evaluate(classifier, on: shifted(dense)).total
            )
            #expect(abs(c - d) <= 1e-5 * d)
        }
    }

    @Test(arguments: Declared.penalties.indices)
    func `lazy steps on sparse rows are the steps on dense ones`(penalty: Int) {
        let (sparse, dense) = pair(203, 90, 4)
        for loss in [SVM(isSquared: true), Softmax()] as [any Loss] {
            let objective = objective(loss, Declared.penalties[penalty])
            var plan = GradientDescent(steps: 120, batch: 16, seed: 5)
            plan.learningRate = 0.05
            plan.decay = 0.9
            let start = LinearClassifier.zeros(classes: 4, dimension: 90)
            let a = plan.train(
                from: start, objective: objective, examples: sparse, validation: nil)
            let b = plan.train(from: start, objective: objective, examples: dense, validation: nil)
            #expect(isNear(a.classifier, b.classifier, 1e-4))
            #expect(abs(a.train.total - b.train.total) <= 1e-4)
        }
    }

    // MARK: - Optimizers

    @Test(arguments: 0..<3)
    func `L-BFGS ends where no slope is left`(problem: Int) {
        let (_, dense) = pair(300, 20, 3)
        let objective = [
            objective(Softmax(), L2()), objective(SVM(isSquared: true), L2(), 0.1),
            objective(Softmax(), NoPenalty(), 0),
        ][problem]
        let plan = LBFGS(tolerance: 1e-4)
        let result = plan.train(
            from: .zeros(classes: 3, dimension: 20), objective: objective, examples: dense,
            validation: nil)
        let gradient = objective.gradient(of: result.classifier, on: dense).1
        #expect((gradient.dW.elements + gradient.db).allSatisfy { abs($0) <= 1.1e-4 })
        #expect(result.steps < 200)
    }

    @Test func `with L1 the optimum is that of proximal descent, zeros included`() {
        let (_, dense) = pair(300, 20, 3)
        let objective = objective(Softmax(), ElasticNet(beta: 0.5), 0.02)
        let start = LinearClassifier.zeros(classes: 3, dimension: 20)
        let quick = LBFGS(tolerance: 1e-5).train(
            from: start, objective: objective, examples: dense, validation: nil)
        var plan = GradientDescent(steps: 4000, batch: nil, seed: 1)
        plan.learningRate = 0.5
        let slow = plan.train(from: start, objective: objective, examples: dense, validation: nil)
        #expect(abs(quick.train.total - slow.train.total) <= 1e-6)
        #expect(isNear(quick.classifier, slow.classifier, 2e-3))
        #expect(quick.classifier.W.elements.contains(0))
    }

    @Test func `Adam's steps are those of the paper`() {
        let count = 37
        var random = SeededRandom(seed: 2)
        var weights = (0..<count).map { _ in Float(random.normal()) }
        var exact = weights.map { Double($0) }
        var (mean, square) = (
            [Float](repeating: 0, count: count), [Float](repeating: 0, count: count)
        )
        var (m, v) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        for step in 1...20 {
            let gradient = (0..<count).map { _ in Float(random.normal()) }
            let rule = AdamStep(
                rate: 0.01, quadratic: 0.2, absolute: 0, shrinkage: 0, number: step)
            var w = weights.mutableSpan
            var means = mean.mutableSpan
            var squares = square.mutableSpan
            rule.apply(gradient.span, to: &w, mean: &means, square: &squares)
            for i in 0..<count {
                let g = Double(gradient[i]) + 0.2 * exact[i]
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g * g
                var (low, high) = (1.0, 1.0)
                for _ in 0..<step { (low, high) = (low * 0.9, high * 0.999) }
                exact[i] -= 0.01 * (m[i] / (1 - low)) / ((v[i] / (1 - high)).squareRoot() + 1e-8)
            }
        }
        for i in 0..<count { #expect(abs(Double(weights[i]) - exact[i]) < 1e-4) }
    }

    @Test func `blocks and permutations see every example once an epoch`() {
        let (_, dense) = pair(500, 3, 2)
        var totals: [Double] = []
        for sampling in [GradientDescent.Sampling.shuffle, .blocks] {
            var plan = GradientDescent(steps: 5, batch: 100, seed: 4)
            plan.learningRate = 1e-9
            plan.sampling = sampling
            let result = plan.train(
                from: .zeros(classes: 2, dimension: 3), objective: objective(SVM(), NoPenalty(), 0),
                examples: dense, validation: nil)
            #expect(result.examplesSeen == 500)
            totals.append(result.curve.map(\.loss).reduce(0, +) / Double(result.curve.count))
        }
        #expect(abs(totals[0] - totals[1]) < 1e-6)
    }

    @Test func `candidates trained side by side have the bits of each alone`() {
        let (_, dense) = pair(200, 12, 3)
        let objective = objective(Softmax(), L2())
        let start = LinearClassifier.zeros(classes: 3, dimension: 12)
        let tuning = Tuning(plan: GradientDescent(steps: 1, batch: nil, seed: 3), epochs: 2)
        let candidates = [0.1, 0.01, 0.5, 0.001, 1].map {
            Tuning.Candidate(learningRate: $0, strength: 0.01, batch: 32, momentum: 0.5)
        }
        let together = tuning.run(
            candidates, from: start, objective: objective, examples: dense, validation: dense)
        #expect(together.count == candidates.count)
        for (index, candidate) in candidates.enumerated() {
            let alone = tuning.run(
                [candidate], from: start, objective: objective, examples: dense, validation: dense)
            #expect(alone.first?.1.classifier == together[index].1.classifier)
        }
    }

    // MARK: - The numeric gradient

    @Test(arguments: Declared.losses.indices, [(1, 1, 2), (50, 13, 3), (1300, 70, 12)])
    func `the numeric gradient of all weights is the analytic one`(
        loss: Int, shape: (Int, Int, Int)
    ) {
        let (count, dimension, classes) = shape
        let (sparse, dense) = pair(count, dimension, classes, seed: 21)
        let objective = objective(Declared.losses[loss], L2())
        var random = SeededRandom(seed: 4)
        let classifier = LinearClassifier.gaussian(
            classes: classes, dimension: dimension, scale: 0.2, random: &random)
        let analytic = DoubleProblem(objective: objective, examples: dense).gradient(classifier)
        let size = (analytic.dW + analytic.db).reduce(0) { max($0, abs($1)) }
        // With a shorter step hardly any hinge changes sides within it.
        let h = objective.loss.hasKinks ? 1e-8 : 1e-6
        for examples in [sparse, dense] {
            guard
                case .gradient(let numeric) = IncrementalGradient(h: h).run(
                    classifier, objective: objective, examples: examples)
            else {
                Issue.record("no gradient")
                return
            }
            let tolerance = objective.loss.hasKinks ? 2e-3 : 1e-5
            for (a, b) in zip(numeric.dW.elements + numeric.db, analytic.dW + analytic.db) {
                #expect(abs(Double(a) - b) <= tolerance * size)
            }
        }
    }

    @Test func `a step too long for the series is refused with the longest`() {
        let (_, dense) = pair(20, 4, 3)
        guard
            case .stepTooLong(let limit) = IncrementalGradient(h: 1).run(
                .zeros(classes: 3, dimension: 4), objective: objective(Softmax(), L2()),
                examples: dense)
        else {
            Issue.record("it was not refused")
            return
        }
        #expect(limit > 0 && limit < 0.5)
    }

    // MARK: - Proposals

    @Test func `proposals have the mean and the deviation they should`() {
        let bytes = [UInt8](repeating: 1, count: 2 * 50_000)
        let examples = Examples(
            features: .bytes(
                ByteRows(
                    segments: [
                        .init(
                            storage: ByteStorage(bytes: bytes), offset: 0, stride: 50_000, count: 2)
                    ], dimension: 50_000)),
            labels: [0, 1], rows: .range(0..<2), scaling: .identity(50_000), classCount: 2)
        let weights = RandomSearch(attempts: 1, scale: 1, seed: 7).proposal(0, examples: examples)
            .W.elements.map { Double($0) }
        let n = Double(weights.count)
        let mean = weights.reduce(0, +) / n
        let deviation = (weights.reduce(0) { $0 + $1 * $1 } / n).squareRoot()
        #expect(abs(mean) < 0.01 && abs(deviation - 1) < 0.01)
        #expect(weights.allSatisfy { abs($0) <= 4.0001 })
        // A sixth lies beyond one deviation on each side, a fortieth beyond two.
        #expect(abs(Double(weights.filter { $0 > 1.0157 }.count) / n - 0.155) < 0.005)
        #expect(abs(Double(weights.filter { $0 < -2.0157 }.count) / n - 0.0219) < 0.002)
    }
}
