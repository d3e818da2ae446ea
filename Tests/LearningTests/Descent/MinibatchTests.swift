import Files
import Learning
import Numeric
import Testing

/// Steps of minibatch descent beside the obvious ones in double precision.
@Suite(.serialized) struct MinibatchTests {
    /// N, D, C: one block of rows and several, one grain of columns and eight, the last ones odd.
    static let shapes: [(Int, Int, Int)] = [
        (1, 1, 2), (5, 7, 3), (33, 64, 10), (130, 321, 11), (1300, 70, 12), (90, 3073, 4),
        (700, 1000, 23), (40, 130, 300),
    ]
    static let changes: [(String, @Sendable (inout GradientDescent) -> Void)] = [
        ("sgd", { _ in }),
        ("momentum", { $0.optimizer = SGD(momentum: 0.9) }),
        ("nesterov", { $0.optimizer = SGD(momentum: 0.9, isNesterov: true) }),
        ("adam", { ($0.optimizer, $0.learningRate) = (Adam(), 1e-3) }),
        ("sub-gradients", { $0.usesSubgradient = true }),
    ]

    private func examples(_ shape: (Int, Int, Int), isBytes: Bool) -> Examples {
        let (count, dimension, classes) = shape
        var random = SeededRandom(seed: UInt64(count &* 31 &+ dimension))
        let features: Features
        if isBytes {
            let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
            let segment = ByteRows.Segment(
                storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension, count: count)
            features = .bytes(ByteRows(segments: [segment], dimension: dimension))
        } else {
            let elements = (0..<count * dimension).map { _ in Float(random.normal()) }
            features = .floats(
                FloatRows(Matrix(rows: count, columns: dimension, elements: elements)))
        }
        return Examples(
            features: features,
            labels: (0..<count).map { _ in Int32(random.integer(below: classes)) },
            rows: .range(0..<count),
            scaling: FeatureScaling(
                mean: (0..<dimension).map { isBytes ? 120 + Float($0 % 9) : Float($0 % 3) / 10 },
                scale: (0..<dimension).map { (isBytes ? 70 : 1) + Float($0 % 5) / 5 }),
            classCount: classes)
    }

    @Test(arguments: shapes, [true, false])
    func `steps are those of the formulas, by every rule`(shape: (Int, Int, Int), isBytes: Bool) {
        let examples = examples(shape, isBytes: isBytes)
        let losses: [any Loss] = [SVM(), SVM(isSquared: true), Softmax()]
        for (number, (name, change)) in Self.changes.enumerated() {
            let objective = Objective(
                loss: losses[number % 3], penalty: ElasticNet(beta: 0.3), strength: 0.02,
                regularizesBias: number % 2 == 1)
            // A batch of all examples takes them in a random order, which no sum depends on.
            var plan = GradientDescent(steps: 4, batch: examples.count, seed: 3)
            plan.learningRate = 1e-2
            change(&plan)
            var random = SeededRandom(seed: 6)
            let start = LinearClassifier.gaussian(
                classes: shape.2, dimension: shape.1, scale: 0.02, random: &random)
            let found = plan.train(
                from: start, objective: objective, examples: examples, validation: nil
            ).classifier
            let exact = reference(plan, from: start, objective, examples)
            let furthest = zip(found.W.elements + found.b, exact).map { abs(Double($0) - $1) }.max()
            #expect(furthest ?? 0 <= 2e-5, "\(name), \(objective.loss.formula)")
        }
    }

    /// W, row after row, and b after the plan's steps.
    private func reference(
        _ plan: GradientDescent, from start: LinearClassifier, _ objective: Objective,
        _ examples: Examples
    ) -> [Double] {
        let (count, dimension, classes) = (examples.count, examples.dimension, examples.classCount)
        let rows = (0..<count).map { examples.scaledRow($0).map { Double($0) } }
        var weights = (start.W.elements + start.b).map { Double($0) }
        var velocity = [Double](repeating: 0, count: weights.count)
        var squares = velocity
        for step in 1...plan.steps {
            var gradient = [Double](repeating: 0, count: weights.count)
            for (r, row) in rows.enumerated() {
                let scores = (0..<classes).map { c in
                    row.indices.reduce(weights[classes * dimension + c]) {
                        $0 + weights[c * dimension + $1] * row[$1]
                    }
                }
                let slopes = objective.loss.slopes(scores, label: examples.label(r))
                for (c, slope) in slopes.enumerated() where slope != 0 {
                    for d in 0..<dimension {
                        gradient[c * dimension + d] += slope * row[d] / Double(count)
                    }
                    gradient[classes * dimension + c] += slope / Double(count)
                }
            }
            for i in weights.indices {
                let isPenalized = i < classes * dimension || objective.regularizesBias
                move(
                    &weights[i], &velocity[i], &squares[i], along: gradient[i],
                    strength: isPenalized ? objective.strength : 0, objective.penalty, plan, step)
            }
        }
        return weights
    }

    private func move(
        _ w: inout Double, _ v: inout Double, _ square: inout Double, along slope: Double,
        strength: Double, _ penalty: any Penalty, _ plan: GradientDescent, _ step: Int
    ) {
        var slope = slope + 2 * strength * penalty.quadratic * w
        let pull = strength * penalty.absolute
        if plan.usesSubgradient { slope += pull * (w > 0 ? 1 : w < 0 ? -1 : 0) }
        var rate = plan.learningRate
        if let sgd = plan.optimizer as? SGD {
            v = sgd.momentum * v - rate * slope
            w += sgd.isNesterov ? sgd.momentum * v - rate * slope : v
        } else {
            v = 0.9 * v + 0.1 * slope
            square = 0.999 * square + 0.001 * slope * slope
            var (keptMean, keptSquare) = (1.0, 1.0)
            for _ in 0..<step { (keptMean, keptSquare) = (keptMean * 0.9, keptSquare * 0.999) }
            rate /= (square / (1 - keptSquare)).squareRoot() + 1e-8
            w -= rate * v / (1 - keptMean)
            rate /= 1 - keptMean
        }
        if !plan.usesSubgradient {
            w = w > rate * pull ? w - rate * pull : w < -rate * pull ? w + rate * pull : 0
        }
    }

    @Test func `steps have the same bits on any number of threads and any instruction set`() {
        let threads = Parallel.threads
        defer {
            Parallel.threads = threads
            _ = CPU.select(nil)
        }
        for isBytes in [true, false] {
            let examples = examples((1900, 700, 6), isBytes: isBytes)
            for batch in [1, 60, 1100] {
                var first: LinearClassifier?
                for cpu in CPU.available {
                    for count in [1, 2, 3, 7] {
                        Parallel.threads = count
                        #expect(CPU.select(cpu))
                        var plan = GradientDescent(steps: 6, batch: batch, seed: 9)
                        plan.optimizer = SGD(momentum: 0.5)
                        let found = plan.train(
                            from: .zeros(classes: 6, dimension: 700),
                            objective: Objective(
                                loss: SVM(), penalty: L2(), strength: 1e-3, regularizesBias: false),
                            examples: examples, validation: nil
                        ).classifier
                        #expect(first ?? found == found, "\(cpu), \(count) threads, batch \(batch)")
                        first = first ?? found
                    }
                }
            }
        }
    }

    @Test func `a run that is stopped has the weights of the steps it made`() {
        let examples = examples((600, 200, 5), isBytes: true)
        let objective = Objective(
            loss: Softmax(), penalty: L2(), strength: 1e-3, regularizesBias: false)
        let start = LinearClassifier.zeros(classes: 5, dimension: 200)
        let asked = Guarded(0)
        var plan = GradientDescent(steps: 50, batch: 32, seed: 2)
        plan.learningRate = 1e-2
        let stopped = plan.train(
            from: start, objective: objective, examples: examples, validation: nil,
            observer: RunObserver(isCancelled: {
                asked.with { count in
                    count += 1
                    return count > 7
                }
            }))
        #expect(stopped.stop == .interrupted(step: 7))
        plan.steps = 7
        let whole = plan.train(
            from: start, objective: objective, examples: examples, validation: nil)
        #expect(stopped.classifier == whole.classifier)
    }
}
