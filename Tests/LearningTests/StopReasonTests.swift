import Learning
import Numeric
import Testing

/// Why a run ended, for every way to train.
@Suite struct StopReasonTests {
    private let examples = Examples(
        features: .floats(
            FloatRows(
                Matrix(
                    rows: 8, columns: 2,
                    elements: [0, 1, 1, 0, 1, 2, 2, 1, 3, -1, -1, 2, 0, 3, 2, -2]))),
        labels: [0, 1, 0, 1, 0, 1, 1, 0], rows: .range(0..<8), scaling: .identity(2),
        classCount: 2)

    private func objective(_ loss: any Loss = Softmax()) -> Objective {
        Objective(loss: loss, penalty: L2(), strength: 0.01, regularizesBias: false)
    }

    private func lbfgs(
        _ plan: LBFGS, _ loss: any Loss = Softmax(), from start: LinearClassifier? = nil,
        observer: RunObserver = RunObserver()
    ) -> TrainingResult {
        plan.train(
            from: start ?? .zeros(classes: 2, dimension: 2), objective: objective(loss),
            examples: examples, validation: nil, observer: observer)
    }

    @Test func `L-BFGS converges with a small gradient`() throws {
        let result = lbfgs(LBFGS())
        #expect(result.stop == .converged)
        #expect(try #require(result.gradientNorm) < 3e-4)
    }

    @Test func `L-BFGS at its limit has not converged`() throws {
        let result = lbfgs(LBFGS(iterations: 2))
        #expect(result.stop == .limit && result.steps == 2)
        #expect(try #require(result.gradientNorm) > 1e-4)
    }

    @Test func `L-BFGS that finds no lower loss has stalled`() throws {
        let result = lbfgs(LBFGS(tolerance: 1e-30))
        #expect(result.stop == .stalled(step: result.steps), "\(result.stop)")
        #expect(try #require(result.gradientNorm) > 1e-30)
    }

    @Test(arguments: [Float.nan, .infinity])
    func `L-BFGS from weights that are no numbers has diverged`(weight: Float) {
        var start = LinearClassifier.zeros(classes: 2, dimension: 2)
        start.W.elements[1] = weight
        #expect(lbfgs(LBFGS(), from: start).stop.isDivergence)
    }

    @Test func `L-BFGS that is cancelled is interrupted`() {
        let result = lbfgs(LBFGS(), observer: RunObserver(isCancelled: { true }))
        #expect(result.stop == .interrupted(step: 0))
    }

    @Test(arguments: [nil, 4])
    func `descent does its steps, and tells the whole gradient's norm`(batch: Int?) throws {
        let result = GradientDescent(steps: 3, batch: batch, seed: 1).train(
            from: .zeros(classes: 2, dimension: 2), objective: objective(), examples: examples,
            validation: nil)
        #expect(result.stop == .limit)
        let norm = try #require(result.gradientNorm)
        let gradient = objective().gradient(of: result.classifier, on: examples).1
        #expect(abs(norm - gradient.norm) < 1e-6)
    }

    @Test func `searches do their attempts, or find no number`() {
        let found = RandomSearch(attempts: 3, seed: 1).run(
            objective: objective(), examples: examples, validation: nil)
        #expect(found.stop == .limit)
        let lost = RandomSearch(attempts: 3, scale: 1e300, seed: 1).run(
            objective: objective(), examples: examples, validation: nil)
        #expect(lost.stop.isDivergence && lost.bestAttempt == 0)
        var start = LinearClassifier.zeros(classes: 2, dimension: 2)
        #expect(local(start).stop == .limit)
        start.W.elements[0] = .nan
        #expect(local(start).stop.isDivergence)
    }

    private func local(_ start: LinearClassifier) -> SearchResult {
        LocalSearch(attempts: 3, seed: 1).run(
            from: start, objective: objective(), examples: examples, validation: nil)
    }
}
