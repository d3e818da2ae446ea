import Learning
import Numeric

/// A statement of a log. One that holds the weights of a stopped run is made only where it is read, for
/// whoever pressed Ctrl-C waits for the prompt.
enum LoggedStatement: Sendable {
    case written(String)
    case stopped(StoppedRun)

    var source: String {
        switch self {
        case .written(let source): source
        case .stopped(let run): StoppedCommand.statement(run)
        }
    }

    /// About how many bytes ``source`` has.
    var size: Int {
        switch self {
        case .written(let source): source.utf8.count
        case .stopped(let run): 8 * run.classifier.W.elements.count
        }
    }
}

/// A run that Ctrl-C stopped, and what it left in the state.
struct StoppedRun: Sendable {
    /// The call, as lists show it.
    let call: String
    /// How many random streams had been drawn.
    let draws: UInt64
    /// The regularization strength after it.
    let strength: Double
    let classifier: LinearClassifier
}
