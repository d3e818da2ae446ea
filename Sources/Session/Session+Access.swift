import Datasets
import Files
import Learning
import Numeric
import Platform
import Syntax
import TerminalText

/// What commands ask of a session, with the sentence for what is missing.
extension Session {
    func data() throws(Failure) -> LoadedData {
        guard let data = state.data else {
            throw Failure(
                "there is no data yet", hint: "load a data set first, for example: load iris")
        }
        return data
    }

    /// The examples of a part, which must not be empty.
    func examples(_ part: Part) throws(Failure) -> Examples {
        let examples = try data().examples(part)
        guard examples.count > 0 else {
            throw Failure("the \(part.rawValue) part has no examples", hint: "make one with split")
        }
        return examples
    }

    /// The validation examples, or nil when there are none.
    func validation() throws(Failure) -> Examples? {
        let examples = try data().examples(.val)
        return examples.count > 0 ? examples : nil
    }

    func classifier() throws(Failure) -> LinearClassifier {
        let data = try data()
        if let classifier = state.classifier { return classifier }
        return freshClassifier(data, scale: Session.initialScale)
    }

    static let initialScale = 1e-4

    func freshClassifier(_ data: LoadedData, scale: Double) -> LinearClassifier {
        var random = SeededRandom(seed: state.seed, stream: 5)
        return .gaussian(
            classes: data.dataset.classCount, dimension: data.dataset.dimension, scale: scale,
            random: &random)
    }

    /// A stream of random numbers that no other run of this session has.
    func drawStream() -> UInt64 {
        state.draws += 1
        return 100 + state.draws
    }

    /// A path as the system takes it: `~` is the home folder, and a file whose name is stored with
    /// jamo and marks one by one, as macOS does, is found by its usual form.
    func expand(_ path: String) -> String {
        var path = path
        if let home = environment.home, path == "~" || path.hasPrefix("~/") {
            path = home + path.dropFirst()
        }
        let decomposed = path.decomposed
        let isOnlyDecomposed = !FileSystem.exists(path) && FileSystem.exists(decomposed)
        return isOnlyDecomposed ? decomposed : path
    }

    /// Keeps a finished run, or what Ctrl-C left of one, and its weights.
    func keep(_ run: Run, isStopped: Bool = false) {
        isRunStopped = isStopped
        state.classifier = run.classifier
        var run = run
        if isStopped { run.source += " (stopped)" }
        run.objective = state.objective.shortName
        state.runs.append(run)
    }

    var nextRun: Int { (state.runs.last?.number ?? 0) + 1 }
}

extension Objective {
    /// The loss and the penalty as `loss` and `reg` call them.
    var shortName: String {
        let loss = type(of: loss).name
        guard strength > 0 else { return loss }
        return "\(loss) + \(type(of: penalty).name) \(NumberText.significant(strength, 3))"
    }
}

extension Failure {
    init(_ error: FileError, parameter: String? = nil) {
        self.init(
            error.message, hint: error.hint, at: parameter.map(Culprit.parameter) ?? .statement)
    }
}

/// Lines of text with columns that line up, numbers to the right.
struct TextTable {
    private var rows: [[String]]

    init(_ header: [String]) { rows = [header] }

    mutating func add(_ row: [String]) { rows.append(row) }

    var text: String {
        let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.map { column < $0.count ? TerminalText.columns($0[column]) : 0 }.max() ?? 0
        }
        let alignments = widths.indices.map { column in
            rows.dropFirst().allSatisfy { column >= $0.count || Self.isNumeric($0[column]) }
                ? TerminalText.Alignment.right : .left
        }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                TerminalText.pad(cell, columns: widths[index], alignments[index])
            }
            let line = "  " + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    private static func isNumeric(_ cell: String) -> Bool {
        cell.allSatisfy { $0.isNumber || "-−–.e+%  s".contains($0) }
    }
}
