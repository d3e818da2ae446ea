import Files
import Learning
import Numeric
import Testing

@Suite(.serialized) struct ObjectiveTests {
    /// Random bytes or floats with a scaling that is not the identity.
    private func examples(_ count: Int, _ dimension: Int, _ classes: Int, isBytes: Bool) -> Examples
    {
        var random = SeededRandom(seed: UInt64(count + dimension))
        let features: Features
        if isBytes {
            let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
            features = .bytes(
                ByteRows(
                    segments: [
                        .init(
                            storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension,
                            count: count)
                    ],
                    dimension: dimension))
        } else {
            let elements = (0..<count * dimension).map { _ in Float(random.normal() * 3 + 1) }
            features = .floats(
                FloatRows(Matrix(rows: count, columns: dimension, elements: elements)))
        }
        let (mean, deviation) = columnStatistics(of: features, rows: .range(0..<count))
        return Examples(
            features: features,
            labels: (0..<count).map { _ in Int32(random.integer(below: classes)) },
            rows: .indices(random.permutation(count)),
            scaling: FeatureScaling(mean: mean, scale: deviation.map { $0 > 0 ? $0 : 1 }),
            classCount: classes)
    }

    @Test(arguments: Declared.losses.indices, Declared.penalties.indices)
    func `loss and gradient agree with double precision for every loss and penalty`(
        loss: Int, penalty: Int
    ) {
        let objective = Objective(
            loss: Declared.losses[loss], penalty: Declared.penalties[penalty], strength: 0.01,
            regularizesBias: penalty == 1)
        for (count, dimension, classes) in [
            (1, 1, 2), (7, 5, 3), (130, 33, 10), (1500, 20, 4), (150, 13_000, 3),
            // Rows enough for shares of their own on each thread.
            (9001, 7, 3),
        ] {
            for isBytes in [true, false] {
                let examples = examples(count, dimension, classes, isBytes: isBytes)
                var random = SeededRandom(seed: 4)
                let classifier = LinearClassifier.gaussian(
                    classes: classes, dimension: dimension, scale: 0.3, random: &random)
                let (evaluation, gradient) = objective.gradient(of: classifier, on: examples)
                let problem = DoubleProblem(objective: objective, examples: examples)
                let exact = problem.gradient(classifier)
                let total =
                    problem.dataLoss(problem.scores(classifier))
                    + objective.regularization(classifier)
                #expect(abs(evaluation.total - total) <= 1e-5 * max(total, 1e-3))
                #expect(evaluation == objective.evaluate(classifier, on: examples))
                let size = (exact.dW + exact.db).reduce(0) { max($0, abs($1)) }
                for (fast, slow) in zip(gradient.dW.elements + gradient.db, exact.dW + exact.db) {
                    #expect(abs(Double(fast) - slow) <= 1e-5 * size + 1e-7)
                }
            }
        }
    }

    @Test(arguments: Declared.losses.indices, Declared.penalties.indices)
    func `the gradient check passes, and finds a gradient that is wrong`(loss: Int, penalty: Int) {
        let objective = Objective(
            loss: Declared.losses[loss], penalty: Declared.penalties[penalty], strength: 0.01,
            regularizesBias: false)
        let examples = examples(60, 12, 4, isBytes: true)
        var random = SeededRandom(seed: 6)
        let classifier = LinearClassifier.gaussian(
            classes: 4, dimension: 12, scale: 0.3, random: &random)
        let check = GradientCheck(checks: 1000, seed: 1)
        #expect(
            check.run(classifier, objective: objective, examples: examples).maxRelativeError < 1e-6)
        var wrong = DoubleProblem(objective: objective, examples: examples).gradient(classifier)
        wrong.dW[17] *= 1.01
        #expect(
            check.run(classifier, objective: objective, examples: examples, gradient: wrong)
                .maxRelativeError > 1e-3)
    }

    @Test func `the lecture's worked numbers come out`() {
        #expect(abs(SVM().value([3.2, 5.1, -1.7], label: 0) - 2.9) < 1e-12)
        #expect(SVM().value([1.3, 4.9, 2.0], label: 1) == 0)
        #expect(abs(SVM().value([2.2, 2.5, -3.1], label: 2) - 12.9) < 1e-12)
        #expect(abs(Softmax().value([3.2, 5.1, -1.7], label: 0) - 2.04) < 0.005)
    }

    @Test func `training gives the same bits on any number of threads and any instruction set`() {
        let examples = examples(700, 37, 5, isBytes: true)
        let objective = Objective(
            loss: Softmax(), penalty: ElasticNet(), strength: 1e-3, regularizesBias: false)
        var plan = GradientDescent(steps: 40, batch: 50, seed: 9)
        plan.optimizer = SGD(momentum: 0.9)
        let start = LinearClassifier.zeros(classes: 5, dimension: 37)
        var results: [LinearClassifier] = []
        let threads = Parallel.threads
        defer {
            Parallel.threads = threads
            _ = CPU.select(nil)
        }
        for cpu in CPU.available {
            for count in [1, 2, 3] {
                Parallel.threads = count
                #expect(CPU.select(cpu))
                results.append(
                    plan.train(
                        from: start, objective: objective, examples: examples, validation: nil
                    ).classifier)
            }
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }

    @Test func `L1 makes weights exactly zero`() {
        let examples = examples(200, 20, 3, isBytes: false)
        let objective = Objective(
            loss: Softmax(), penalty: L1(), strength: 0.05, regularizesBias: false)
        var plan = GradientDescent(steps: 300, batch: nil, seed: 1)
        plan.learningRate = 0.1
        let result = plan.train(
            from: .zeros(classes: 3, dimension: 20), objective: objective, examples: examples,
            validation: nil)
        #expect(result.classifier.W.elements.filter { $0 == 0 }.count > 20)
    }

    @Test func `a diverging run stops with the reason and keeps finite weights`() {
        let examples = examples(100, 10, 3, isBytes: false)
        let objective = Objective(
            loss: SVM(isSquared: true), penalty: L2(), strength: 1, regularizesBias: false)
        var plan = GradientDescent(steps: 1000, batch: 10, seed: 1)
        plan.learningRate = 100
        let result = plan.train(
            from: .zeros(classes: 3, dimension: 10), objective: objective, examples: examples,
            validation: nil)
        guard case .diverged = result.stop else {
            Issue.record("the run should have diverged")
            return
        }
        #expect(result.classifier.isFinite)
    }

    @Test(arguments: [1.0, 1e3, 1e30])
    func `a run that only goes uphill leaves the weights as good as they were`(rate: Double) {
        let examples = examples(100, 10, 3, isBytes: false)
        let objective = Objective(
            loss: Softmax(), penalty: L2(), strength: 0.1, regularizesBias: false)
        var good = GradientDescent(steps: 100, batch: nil, seed: 1)
        good.learningRate = 0.1
        let start = good.train(
            from: .zeros(classes: 3, dimension: 10), objective: objective, examples: examples,
            validation: nil)
        var plan = GradientDescent(steps: 100, batch: 10, seed: 1)
        plan.learningRate = rate * 1e3
        let result = plan.train(
            from: start.classifier, objective: objective, examples: examples, validation: nil)
        guard case .diverged = result.stop else {
            Issue.record("the run should have diverged")
            return
        }
        #expect(result.train.total <= start.train.total)
        #expect(
            objective.evaluate(result.classifier, on: examples).total == result.train.total)
    }

    @Test(arguments: Declared.losses.indices)
    func `a search reports the loss that its weights have`(loss: Int) {
        let loss = Declared.losses[loss]
        let examples = examples(300, 40, 4, isBytes: true)
        let objective = Objective(loss: loss, penalty: L2(), strength: 0.1, regularizesBias: false)
        let search = RandomSearch(attempts: 90, scale: 1e-2, seed: 3)
        let result = search.run(objective: objective, examples: examples, validation: nil)
        let best =
            (0..<90).map {
                objective.evaluate(search.proposal($0, examples: examples), on: examples).total
            }.min() ?? 0
        #expect(abs(result.train.total - best) < 1e-5 * best)
        #expect(abs((result.curve.last?.loss ?? 0) - best) < 1e-5 * best)
    }

    @Test func `sums of bytes are exact for rows of a hundred thousand features`() {
        let examples = examples(8, 100_000, 2, isBytes: true)
        let objective = Objective(
            loss: SVM(), penalty: NoPenalty(), strength: 0, regularizesBias: false)
        let search = RandomSearch(attempts: 2, scale: 1e-3, seed: 3)
        let result = search.run(objective: objective, examples: examples, validation: nil)
        let unit = 4 * Float(search.scale) / 127
        let proposal = search.proposal(0, examples: examples)
        for (d, scale) in examples.scaling.scale.enumerated() {
            let weight = proposal.W[1, d] / (unit * scale)
            #expect(abs(weight - weight.rounded()) < 1e-3)
        }
        let best = (0..<2).map {
            objective.evaluate(search.proposal($0, examples: examples), on: examples).total
        }.min()
        #expect(abs((result.curve.last?.loss ?? 0) - (best ?? 0)) < 1e-4 * (best ?? 0))
    }
}

extension ObjectiveTests {
    @Test func `the numeric gradient agrees with the analytic one`() throws {
        let examples = examples(50, 6, 3, isBytes: false)
        let objective = Objective(
            loss: Softmax(), penalty: L2(), strength: 0.1, regularizesBias: false)
        var random = SeededRandom(seed: 6)
        let classifier = LinearClassifier.gaussian(
            classes: 3, dimension: 6, scale: 0.5, random: &random)
        let numeric = try #require(
            NumericGradient().run(classifier, objective: objective, examples: examples))
        let analytic = objective.gradient(of: classifier, on: examples).1
        for (a, b) in zip(numeric.dW.elements + numeric.db, analytic.dW.elements + analytic.db) {
            #expect(abs(a - b) < 1e-5)
        }
    }
}
