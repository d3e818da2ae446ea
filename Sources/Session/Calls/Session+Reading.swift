import Datasets
import Learning

extension Session {
    /// Shows how far a reader is, as the progress of a run.
    var readingReport: @Sendable (ReadingProgress) -> Void {
        let start = ContinuousClock.now
        let report = environment.progress
        return { progress in
            guard progress.done > 0, progress.total > 0 else { return }
            let done = Double(progress.done) / Double(progress.total)
            report(
                RunProgress(
                    fraction: done, loss: nil, examplesPerSecond: 0,
                    secondsLeft: (ContinuousClock.now - start) / .seconds(1) / done * (1 - done),
                    label:
                        "\(NumberText.count(progress.done))/\(NumberText.count(progress.total)) \(progress.unit)"
                ))
        }
    }
}
