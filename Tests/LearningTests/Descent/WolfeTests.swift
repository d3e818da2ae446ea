import Learning
import Numeric
import Testing

/// What Nocedal and Wright, Numerical Optimization, chapters 3 and 6, ask of the steps of L-BFGS.
@Suite struct WolfeTests {
    private struct Place {
        let x: [Float]
        let loss: Double
        let gradient: [Float]
    }

    private static let objectives: [Objective] = [
        Objective(loss: Softmax(), penalty: L2(), strength: 1e-3, regularizesBias: false),
        Objective(loss: Softmax(), penalty: NoPenalty(), strength: 0, regularizesBias: false),
        Objective(
            loss: SVM(isSquared: true), penalty: L2(), strength: 1e-2, regularizesBias: true),
    ]

    private func examples(scale: Float) -> Examples {
        var random = SeededRandom(seed: 3, stream: .run(0))
        let elements = (0..<60 * 5).map { index in
            Float(random.normal()) * (index % 5 == 0 ? scale : 1)
        }
        return Examples(
            features: .floats(FloatRows(Matrix(rows: 60, columns: 5, elements: elements))),
            labels: (0..<60).map { Int32($0 * $0 % 3) }, rows: .range(0..<60),
            scaling: .identity(5), classCount: 3)
    }

    /// Where a run stands after this number of steps.
    private func place(_ steps: Int, _ objective: Objective, _ examples: Examples) -> Place {
        let start = LinearClassifier.zeros(classes: 3, dimension: 5)
        let classifier =
            steps == 0
            ? start
            : LBFGS(iterations: steps, tolerance: 1e-12).train(
                from: start, objective: objective, examples: examples, validation: nil
            ).classifier
        let (evaluation, gradient) = objective.gradient(of: classifier, on: examples)
        return Place(
            x: classifier.W.elements + classifier.b, loss: evaluation.total,
            gradient: gradient.dW.elements + gradient.db)
    }

    private func dot(_ a: [Float], _ b: [Float]) -> Double {
        zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }

    @Test(arguments: objectives.indices, [1, 30] as [Float])
    func `each step meets the strong Wolfe conditions, and its pair has curvature`(
        index: Int, scale: Float
    ) {
        let (objective, examples) = (Self.objectives[index], examples(scale: scale))
        var before = place(0, objective, examples)
        var steps = 0
        for step in 1...30 {
            let after = place(step, objective, examples)
            let s = zip(after.x, before.x).map { $0 - $1 }
            let y = zip(after.gradient, before.gradient).map { $0 - $1 }
            let (slope, ahead) = (dot(before.gradient, s), dot(after.gradient, s))
            // Further on, single precision hides the slopes.
            guard abs(slope) > 1e-5 * abs(before.loss) else { break }
            #expect(slope < 0, "a step descends")
            #expect(after.loss <= before.loss + 1e-4 * slope + 1e-9 * abs(before.loss))
            #expect(abs(ahead) <= 0.9 * abs(slope) * (1 + 1e-3))
            #expect(dot(s, y) > 0)
            before = after
            steps = step
        }
        #expect(steps >= 5, "so that more than the first steps are looked at")
    }
}
