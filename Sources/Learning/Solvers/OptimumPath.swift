/// The optima of one objective for several strengths of its penalty, each found from the one before.
package struct OptimumPath: Sendable {
    package let search: OptimumSearch
    package let strengths: [Double]

    package init(search: OptimumSearch, strengths: [Double]) {
        self.search = search
        self.strengths = strengths
    }

    /// The optima from the strongest penalty to the weakest: few weights, and then more. Ends early when
    /// the observer asks for it.
    package func train(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?, observer: RunObserver = RunObserver()
    ) -> [(strength: Double, result: TrainingResult)] {
        var results: [(strength: Double, result: TrainingResult)] = []
        var objective = objective
        let ordered = strengths.sorted(by: >)
        for (index, strength) in ordered.enumerated() {
            objective.strength = strength
            let result = search.train(
                from: results.last?.result.classifier ?? start, objective: objective,
                examples: examples, validation: validation,
                observer: part(index, of: ordered.count, observer))
            results.append((strength, result))
            if result.stop.isInterruption { break }
        }
        return results
    }

    /// An observer of one strength's search, which shows the progress of all.
    private func part(_ index: Int, of count: Int, _ observer: RunObserver) -> RunObserver {
        RunObserver(
            isCancelled: observer.isCancelled,
            report: { progress in
                var whole = progress
                whole.fraction = (Double(index) + progress.fraction) / Double(count)
                whole.secondsLeft += progress.secondsLeft * Double(count - 1 - index)
                whole.label = "strength \(index + 1)/\(count)  " + progress.label
                observer.report(whole)
            })
    }
}
