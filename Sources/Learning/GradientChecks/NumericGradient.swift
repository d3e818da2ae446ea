import Numeric

/// The numeric gradient of every weight, by differences in double precision.
package struct NumericGradient: Sendable {
    package var h: Double
    package var isCentred: Bool

    package init(h: Double = 1e-5, isCentred: Bool = true) {
        self.h = h
        self.isCentred = isCentred
    }

    /// ∂L/∂W and ∂L/∂b; nil when the run was cancelled.
    package func run(
        _ classifier: LinearClassifier, objective: Objective, examples: Examples,
        observer: RunObserver = RunObserver()
    ) -> Gradient? {
        let problem = DoubleProblem(objective: objective, examples: examples)
        let scores = problem.scores(classifier)
        let dimension = classifier.dimension
        let clock = Stopwatch()
        var result = Gradient(classes: classifier.classes, dimension: dimension)
        for c in 0..<classifier.classes {
            guard !observer.isCancelled() else { return nil }
            var slopes = [Float](repeating: 0, count: dimension + 1)
            slopes.withDisjointWrites { shared in
                Parallel.forEach(dimension + 1) { d in
                    guard !observer.isCancelled() else { return }
                    shared[d] = Float(
                        problem.numericSlope(
                            classifier, scores: scores, class: c, feature: d < dimension ? d : nil,
                            h: h,
                            isCentred: isCentred
                        ).slope)
                }
            }
            result.db[c] = slopes[dimension]
            result.dW.elements.replaceSubrange(
                c * dimension..<(c + 1) * dimension, with: slopes[..<dimension])
            let seconds = clock.seconds
            let fraction = Double(c + 1) / Double(classifier.classes)
            observer.report(
                RunProgress(
                    fraction: fraction, loss: nil, examplesPerSecond: 0,
                    secondsLeft: seconds / fraction - seconds,
                    label: "class \(c + 1)/\(classifier.classes)"))
        }
        return observer.isCancelled() ? nil : result
    }
}
