import Datasets
import Learning
import Numeric
import Platform
import Syntax

/// What commands ask of a session, with the sentence for what is missing.
extension Session {
    func data() throws(Failure) -> LoadedData {
        guard let data = state.data else {
            throw Failure(
                "there is no data yet", hint: "load a data set first, for example: load iris")
        }
        if let file = data.dataset.features.changedFile { throw Self.shortened(file) }
        return data
    }

    /// The examples of a part, which must not be empty.
    func examples(_ part: Part) throws(Failure) -> Examples {
        let examples = try data().examples(part)
        guard examples.count > 0 else {
            throw Failure(
                "the \(part.rawValue) part has no examples",
                hint: part == .dev ? "make one with split dev=500" : "make one with split")
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
        if let classifier = state.classifier {
            firstWeights = nil
            return classifier
        }
        let size = [data.dataset.classCount, data.dataset.dimension]
        if let firstWeights, firstWeights.seed == state.seed, firstWeights.size == size {
            return firstWeights.classifier
        }
        let classifier = freshClassifier(data, scale: Session.initialScale)
        if !Parallel.isAbandoned {
            firstWeights = FirstWeights(seed: state.seed, size: size, classifier: classifier)
        }
        return classifier
    }

    /// The weights that a session without any begins with, as long as it has none: commands that look at them
    /// make them once.
    struct FirstWeights {
        let seed: UInt64
        /// How many classes and features.
        let size: [Int]
        let classifier: LinearClassifier
    }

    static let initialScale = 1e-4

    func freshClassifier(_ data: LoadedData, scale: Double) -> LinearClassifier {
        var random = SeededRandom(seed: state.seed, stream: .weights)
        return .gaussian(
            classes: data.dataset.classCount, dimension: data.dataset.dimension, scale: scale,
            random: &random)
    }

    /// The number of a run that draws random numbers, which no other such run of this session has.
    func drawRun() -> Int {
        state.draws += 1
        return Int(clamping: state.draws)
    }

    /// A path as the system takes it, to read it: `~` is the home folder, and a file whose name is stored with
    /// jamo and marks one by one, as macOS does, is found by its usual form.
    func expand(_ path: String) -> String { writes.source(of: systemPath(path)) }

    /// Where to write what is meant for a file: every command that writes asks here.
    ///
    /// - Throws: one sentence on why it is not to be written.
    func place(for path: String, parameter: String) throws(Failure) -> String {
        try writes.place(for: systemPath(path), shownAs: path, parameter: parameter)
    }

    /// Runs other statements that may write below these folders only; none bounds nothing.
    func withWrites<Result>(
        below folders: [String], _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let own = writes
        if !folders.isEmpty { writes = own.limited(to: .below(folders)) }
        defer { writes = own }
        return try body()
    }

    /// Runs other statements with what notes or saved sessions from a file may do.
    func withWrites<Result>(
        of path: String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let own = writes
        writes = own.narrowed(toFolderOf: path)
        defer { writes = own }
        return try body()
    }

    private func systemPath(_ path: String) -> String {
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
        running.isRunStopped = isStopped
        state.classifier = run.classifier
        var run = run
        if isStopped { run.source += " (stopped)" }
        run.objective = state.objective.shortName
        run.examples = state.examplesBasis
        run.data = state.dataBasis
        state.runs.append(run)
    }

    var nextRun: Int { (state.runs.last?.number ?? 0) + 1 }
}
