/// How a long run asks whether to stop and reports its progress; both only between steps.
package struct RunObserver: Sendable {
    package var isCancelled: @Sendable () -> Bool
    package var report: @Sendable (RunProgress) -> Void

    package init(
        isCancelled: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) {
        self.isCancelled = isCancelled
        self.report = report
    }
}

/// The progress of a run.
package struct RunProgress: Sendable {
    /// The part of the run that is done, 0…1.
    package var fraction: Double
    /// The present loss, or the lowest loss of a search so far; nil where the work changes no loss.
    package var loss: Double?
    package var examplesPerSecond: Double
    package var secondsLeft: Double
    /// The progress in the run's own count: `epoch 3/5`, `420/1000`.
    package var label: String

    package init(
        fraction: Double, loss: Double?, examplesPerSecond: Double, secondsLeft: Double,
        label: String
    ) {
        (self.fraction, self.loss, self.label) = (fraction, loss, label)
        (self.examplesPerSecond, self.secondsLeft) = (examplesPerSecond, secondsLeft)
    }
}
