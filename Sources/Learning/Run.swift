/// What a long run asks and tells, between steps only.
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

/// How far a run is.
package struct RunProgress: Sendable {
    /// 0…1.
    package var fraction: Double
    /// The loss now, or a search's best so far.
    package var loss: Double
    package var examplesPerSecond: Double
    package var secondsLeft: Double
    /// What is being counted: `epoch 3/5`, `420/1000`.
    package var label: String
}

/// A point of a run's curve.
package struct CurvePoint: Sendable, Equatable {
    package var step: Int
    /// How often the training set has been seen.
    package var epoch: Double
    package var loss: Double
    package var trainAccuracy: Double?
    package var valAccuracy: Double?

    package init(
        step: Int, epoch: Double, loss: Double, trainAccuracy: Double? = nil,
        valAccuracy: Double? = nil
    ) {
        self.step = step
        self.epoch = epoch
        self.loss = loss
        self.trainAccuracy = trainAccuracy
        self.valAccuracy = valAccuracy
    }
}

/// Why a run ended.
package enum StopReason: Sendable, Equatable {
    case finished
    /// Asked to, after this many steps.
    case interrupted(step: Int)
    /// The loss left all bounds at this step.
    case diverged(step: Int, reason: String)
}

/// What an optimizer leaves.
package struct TrainingResult: Sendable {
    /// The last classifier, or the best one where the run did not finish.
    package var classifier: LinearClassifier
    package var curve: [CurvePoint]
    package var steps: Int
    package var seconds: Double
    package var examplesSeen: Int
    package var stop: StopReason
    /// The full objective on the training examples.
    package var train: Evaluation
    package var validation: Evaluation?

    package var examplesPerSecond: Double { seconds > 0 ? Double(examplesSeen) / seconds : 0 }
}

/// A monotonic clock in seconds.
struct Stopwatch {
    private let begin = ContinuousClock.now

    var seconds: Double {
        let parts = (ContinuousClock.now - begin).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
