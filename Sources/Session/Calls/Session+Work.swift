import Datasets
import Learning
import Numeric

extension Session {
    /// What a run asks and tells: it ends where Ctrl-C was pressed, and where its data are gone.
    var observer: RunObserver {
        let isInterrupted = environment.isInterrupted
        let features = state.data?.dataset.features
        return RunObserver(
            isCancelled: { isInterrupted() || features?.changedFile != nil },
            report: environment.progress)
    }

    /// The learning rate that was given, or else one that suits the examples.
    func learningRate(_ given: Double?, for examples: Examples) throws(Failure) -> Double {
        if let given { return given }
        guard let rate = StepSize.suggested(for: examples) else { throw Failure.interrupted }
        return rate
    }

    /// A file of the data that another program has shortened; nil where the data are whole.
    var changedFile: String? { state.data?.dataset.features.changedFile }

    /// Why the result of a command means nothing, whatever it is; nil where it stands. `changed` is
    /// what ``changedFile`` was before the command.
    func failureOfWork(since changed: String?) -> Failure? {
        state.data?.dataset.features.checkFiles()
        if let file = changedFile, file != changed { return Self.shortened(file) }
        // What work that was given up has made means nothing.
        return environment.isAbandoned() ? Failure.interrupted : nil
    }

    /// Why data cannot be used.
    static func shortened(_ file: String) -> Failure {
        Failure(
            "\(file) was shortened by another program after it was loaded",
            hint: "load the data again when the file is whole")
    }
}
