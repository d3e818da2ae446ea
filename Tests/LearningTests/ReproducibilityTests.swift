import Files
import Learning
import Numeric
import Testing

/// Every way to find weights gives the same bits on any number of threads and any instruction set.
/// Serialized, since both are chosen for the whole process.
@Suite(.serialized) struct ReproducibilityTests {
    private func examples(_ features: Features) -> Examples {
        let (mean, deviation) = columnStatistics(of: features, rows: .range(0..<features.count))
        return Examples(
            features: features, labels: (0..<features.count).map { Int32($0 * 7 % 6) },
            rows: .range(0..<features.count),
            scaling: features.isSparse
                ? .identity(features.dimension)
                : FeatureScaling(mean: mean, scale: deviation.map { $0 > 0 ? $0 : 1 }),
            classCount: 6)
    }

    /// 700 examples of 83 features: bytes, floats and sparse.
    private var kinds: [Examples] {
        let (count, dimension) = (700, 83)
        var random = SeededRandom(seed: 77)
        let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
        let floats = (0..<count * dimension).map { _ in Float(random.normal()) }
        let segment = ByteRows.Segment(
            storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension, count: count)
        let starts = (0...count).map { 5 * $0 }
        let columns = (0..<count).flatMap { r in (0..<5).map { Int32(16 * $0 + r % 16) } }
        let values = columns.indices.map { Float($0 % 11) / 7 }
        let features: [Features] = [
            .bytes(ByteRows(segments: [segment], dimension: dimension)),
            .floats(FloatRows(Matrix(rows: count, columns: dimension, elements: floats))),
            .sparse(
                SparseRows(dimension: dimension, starts: starts, columns: columns, values: values)),
        ]
        return features.map(examples)
    }

    /// A name, and how weights are found from weights.
    private typealias Way = (
        String, @Sendable (LinearClassifier, Objective, Examples) -> LinearClassifier
    )

    private static let ways: [Way] = {
        func descent(
            _ name: String, _ change: @escaping @Sendable (inout GradientDescent) -> Void
        ) -> Way {
            (
                name,
                { start, objective, examples in
                    var plan = GradientDescent(steps: 15, batch: 100, seed: 9)
                    plan.learningRate = 1e-2
                    change(&plan)
                    return plan.train(
                        from: start, objective: objective, examples: examples, validation: nil
                    ).classifier
                }
            )
        }
        let optimizers = Declared.optimizers.enumerated().map { index, optimizer in
            descent("\(type(of: optimizer).name) \(index)") { $0.optimizer = optimizer }
        }
        func solved(_ solver: any Solver.Type, isSmooth: Bool = false) -> Way {
            (
                solver.name,
                { start, objective, examples in
                    var objective = objective
                    if isSmooth { objective.penalty = L2() }
                    return OptimumSearch(tolerance: 0.05, solver: solver).train(
                        from: start, objective: objective, examples: examples, validation: nil
                    ).classifier
                }
            )
        }
        let others: [Way] = [
            descent("gd") { $0.batch = nil },
            descent("replace, cosine") { ($0.sampling, $0.schedule) = (.replace, .cosine) },
            descent("blocks, inverse") { ($0.sampling, $0.schedule) = (.blocks, .inverse) },
            descent("sub-gradients") { $0.usesSubgradient = true },
            (
                "lbfgs",
                { start, objective, examples in
                    LBFGS(iterations: 6).train(
                        from: start, objective: objective, examples: examples, validation: nil
                    ).classifier
                }
            ),
            solved(DualDescent.self), solved(ProximalNewton.self),
            solved(NewtonCG.self, isSmooth: true), solved(LineSearches.self, isSmooth: true),
            (
                "random search",
                { _, objective, examples in
                    RandomSearch(attempts: 60, scale: 1e-3, seed: 4).run(
                        objective: objective, examples: examples, validation: nil
                    ).classifier
                }
            ),
            (
                "local search",
                { start, objective, examples in
                    LocalSearch(attempts: 10, step: 1e-2, seed: 4).run(
                        from: start, objective: objective, examples: examples, validation: nil
                    ).classifier
                }
            ),
        ]
        return optimizers + others
    }()

    /// Rows enough for shares, some of which have more blocks than others.
    @Test(arguments: [nil, 8500])
    func
        `passes over many rows give the same bits on every instruction set and any number of threads`(
            batch: Int?
        )
    {
        let threads = Parallel.threads
        defer {
            Parallel.threads = threads
            _ = CPU.select(nil)
        }
        let (count, dimension) = (9999, 83)
        var random = SeededRandom(seed: 78)
        let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
        let segment = ByteRows.Segment(
            storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension, count: count)
        let examples = examples(.bytes(ByteRows(segments: [segment], dimension: dimension)))
        for loss in Declared.losses {
            let objective = Objective(
                loss: loss, penalty: L2(), strength: 1e-3, regularizesBias: false)
            var plan = GradientDescent(steps: 3, batch: batch, seed: 9)
            plan.learningRate = 1e-2
            var first: LinearClassifier?
            for cpu in CPU.available {
                for count in [1, 2, 5] {
                    Parallel.threads = count
                    #expect(CPU.select(cpu))
                    let found = plan.train(
                        from: .zeros(classes: 6, dimension: dimension), objective: objective,
                        examples: examples, validation: nil
                    ).classifier
                    let expected = first ?? found
                    first = expected
                    #expect(found == expected, "\(loss.formula), \(cpu), \(count) threads")
                }
            }
        }
    }

    @Test(arguments: ways.indices)
    func `the weights are the same bits on every instruction set and any number of threads`(
        way: Int
    ) {
        let (name, find) = Self.ways[way]
        let threads = Parallel.threads
        defer {
            Parallel.threads = threads
            _ = CPU.select(nil)
        }
        for loss in Declared.losses {
            let objective = Objective(
                loss: loss, penalty: ElasticNet(beta: 0.5), strength: 1e-3, regularizesBias: false)
            for (kind, examples) in kinds.enumerated() {
                let start = LinearClassifier.zeros(classes: 6, dimension: examples.dimension)
                var first: LinearClassifier?
                for cpu in CPU.available {
                    for count in [1, 2, 5] {
                        Parallel.threads = count
                        #expect(CPU.select(cpu))
                        let found = find(start, objective, examples)
                        let expected = first ?? found
                        first = expected
                        #expect(found == expected, "\(name), \(kind), \(cpu), \(count) threads")
                    }
                }
            }
        }
    }

    @Test func `no examples at all give no loss, a gradient of zero and no crash`() {
        for examples in kinds {
            let none = Examples(
                features: examples.features, labels: examples.labels, rows: .indices([]),
                scaling: examples.scaling, classCount: 6)
            for loss in Declared.losses {
                let objective = Objective(
                    loss: loss, penalty: NoPenalty(), strength: 0, regularizesBias: false)
                let start = LinearClassifier.zeros(classes: 6, dimension: examples.dimension)
                let (evaluation, gradient) = objective.gradient(of: start, on: none)
                #expect(evaluation.total == 0 && evaluation.count == 0)
                #expect(gradient.dW.elements.allSatisfy { $0 == 0 })
                #expect(gradient.db.allSatisfy { $0 == 0 })
            }
        }
    }
}
