import Learning
import Numeric
import Testing

@Suite(.serialized) struct ClassWeightTests {
    /// X[i, d] = ((7i + 5d + i·d) mod 11) − 5; of 24 examples 14 are of class 0, 7 of 1 and 3 of 2.
    private func examples(_ rows: RowSelection = .range(0..<24)) -> Examples {
        var elements: [Float] = []
        for i in 0..<24 {
            for d in 0..<3 { elements.append(Float((i * 7 + d * 5 + i * d) % 11 - 5)) }
        }
        return Examples(
            features: .floats(FloatRows(Matrix(rows: 24, columns: 3, elements: elements))),
            labels: (0..<24).map(Self.label), rows: rows,
            scaling: .identity(3), classCount: 3)
    }

    private static func label(_ i: Int) -> Int32 {
        if i % 8 == 0 { return 2 }
        return i % 3 == 0 ? 1 : 0
    }

    private var classifier: LinearClassifier {
        var random = SeededRandom(seed: 5)
        var result = LinearClassifier.gaussian(
            classes: 3, dimension: 3, scale: 0.4, random: &random)
        result.b = [0.25, -0.5, 0.125]
        return result
    }

    private func objective(_ loss: any Loss, _ weights: [Double]?) -> Objective {
        var objective = Objective(
            loss: loss, penalty: L2(), strength: 1.0 / 24, regularizesBias: false)
        objective.classWeights = weights.map { ClassWeights(.given(classes: nil), $0) }
        return objective
    }

    @Test func `balanced weights are n by C times n_c of the classes that occur`() {
        let all: [Double] = [24.0 / 42.0, 24.0 / 21.0, 24.0 / 9.0]
        #expect(ClassWeights.balanced(examples()).values == all)
        let two = ClassWeights.balanced(examples(.indices([1, 2, 3, 4]))).values
        let wanted: [Double] = [4.0 / 6.0, 2, 1]
        #expect(two == wanted, "a class without examples counts 1")
    }

    @Test(arguments: Declared.losses.indices)
    func `a weight of k is the example k times`(loss: Int) {
        let loss = Declared.losses[loss]
        var repeated: [Int32] = []
        for i in 0..<24 {
            repeated += [Int32](repeating: Int32(i), count: 1 << Int(Self.label(i)))
        }
        let many = examples(.indices(repeated))
        var plain = objective(loss, nil)
        plain.strength *= 24 / Double(many.count)
        let (weighted, slope) = objective(loss, [1, 2, 4]).gradient(
            of: classifier, on: examples())
        let (all, other) = plain.gradient(of: classifier, on: many)
        let ratio = Double(many.count) / 24
        #expect(abs(weighted.dataLoss - ratio * all.dataLoss) < 1e-6 * all.dataLoss)
        for (a, b) in zip(slope.dW.elements + slope.db, other.dW.elements + other.db) {
            let difference = Double(a) - ratio * Double(b)
            #expect(abs(difference) < 1e-5)
        }
    }

    @Test(arguments: Declared.losses.indices)
    func `weights of 1 change no bit`(loss: Int) {
        let loss = Declared.losses[loss]
        let (a, da) = objective(loss, nil).gradient(of: classifier, on: examples())
        let (b, db) = objective(loss, [1, 1, 1]).gradient(of: classifier, on: examples())
        #expect(a == b && da == db)
    }

    @Test(arguments: Declared.losses.indices)
    func `every way to compute the gradient has the weights in it`(loss: Int) {
        let objective = objective(Declared.losses[loss], [0.5, 2, 3])
        let problem = DoubleProblem(objective: objective, examples: examples())
        let exact = problem.gradient(classifier)
        let check = GradientCheck(seed: 1).run(
            classifier, objective: objective, examples: examples())
        #expect(check.maxRelativeError < 1e-6 && check.fastError < 1e-6)
        guard
            case .gradient(let numeric) = IncrementalGradient(h: 1e-5).run(
                classifier, objective: objective, examples: examples())
        else {
            Issue.record("no gradient")
            return
        }
        for (a, b) in zip(numeric.dW.elements + numeric.db, exact.dW + exact.db) {
            #expect(abs(Double(a) - b) < 1e-5 * max(1, abs(b)))
        }
    }

    /// Numbers of scripts/class-weights.
    @Test(arguments: [
        (
            [Double](),
            [
                0.1491178, 0.1335225, 0.0625462, 0.4648414, 0.1560870, -0.0505160, -0.6139592,
                -0.2896096, -0.0120302,
            ], [0.9283219, 0.6794488, -1.6077707]
        ),
        (
            [1, 2.5, 4],
            [
                0.1638620, 0.1449343, 0.0675493, 0.5094968, 0.1745744, -0.0543099, -0.6733588,
                -0.3195088, -0.0132394,
            ], [1.0222711, 0.9552726, -1.9775438]
        ),
    ])
    func `the optimum of softmax is scikit-learn's`(weights: [Double], W: [Double], b: [Double]) {
        var objective = objective(Softmax(), weights)
        if weights.isEmpty { objective.classWeights = .balanced(examples()) }
        let result = LBFGS(iterations: 500, tolerance: 1e-7).train(
            from: .zeros(classes: 3, dimension: 3), objective: objective, examples: examples(),
            validation: nil)
        for (mine, other) in zip(result.classifier.W.elements, W) {
            #expect(abs(Double(mine) - other) < 2e-5)
        }
        let mean = result.classifier.b.reduce(0.0) { $0 + Double($1) } / 3
        // The objective is flat in b, and single precision ends where it no longer changes.
        for (mine, other) in zip(result.classifier.b, b) {
            #expect(abs(Double(mine) - mean - other) < 3e-4)
        }
    }

    @Test func `minibatch descent and random search minimize the weighted loss`() {
        let objective = objective(Softmax(), [1, 2, 4])
        var plan = GradientDescent(steps: 3, batch: 5, seed: 2)
        plan.learningRate = 0.1
        let result = plan.train(
            from: classifier, objective: objective, examples: examples(), validation: nil)
        #expect(result.train == objective.evaluate(result.classifier, on: examples()))
        let found = RandomSearch(attempts: 30, scale: 0.3, seed: 1).run(
            objective: objective, examples: examples(), validation: nil)
        #expect(found.train.total == found.curve.last?.loss)
    }
}
