import Files
import Learning
import Platform
package import Session
package import Syntax
import TerminalText

/// A session that scripts from anywhere can be tried in: with little memory, a few thousand steps, and
/// files of its own that are thrown away. It notes which promises a script breaks.
package final class Trial {
    /// How many times a script's loops may ask whether they are to go on, and for how long: some of
    /// them ask a few times a second.
    private static let looks = 2000
    private static let time = Duration.seconds(2)
    private static let memory = MemoryLimits([.init("in this trial", left: 48 << 20)])

    package let session: Session
    private let files = ThrowawayFiles()
    /// One sentence for each promise that was broken.
    package private(set) var broken: [String] = []

    package init(home: String) {
        let files = self.files
        let end = ContinuousClock.now + Self.time
        let isOver = { @Sendable in Abandonment.isRequested || ContinuousClock.now > end }
        session = Session(
            environment: Environment(
                isInterrupted: isOver, isAbandoned: isOver, home: home, arguments: ["a", "1"],
                writes: .aside(files)))
    }

    deinit { files.remove() }

    /// Runs what a script asks for, within the limits.
    package static func limited<Result>(_ body: () -> Result) -> Result {
        MemoryBudget.$testLimits.withValue(memory) {
            Abandonment.request(atLook: looks, body)
        }
    }

    /// Runs the statements of a script, each as a cell, and goes on after those that fail.
    package func run(_ source: Source) {
        let script = Parser.parse(source)
        script.diagnostics.forEach(checkMessage)
        guard !script.diagnostics.contains(where: { $0.severity == .error }) else { return }
        for statement in script.statements {
            if session.isFinished || session.environment.isAbandoned() { return }
            let before = snapshot
            let result = session.run(statement: statement, of: source)
            guard let error = result.error else { continue }
            checkMessage(error)
            // What compares values looks whether it is given up, and is not meant to be here.
            if Abandonment.request(atLook: .max, { Snapshot(session) != before }) {
                broken.append("a failed statement has changed the session: \(result.source)")
            }
        }
    }

    private var snapshot: Snapshot { Abandonment.request(atLook: .max) { Snapshot(session) } }

    /// A message is one sentence, and what is shown of it acts on no terminal.
    private func checkMessage(_ diagnostic: Diagnostic) {
        let renderer = DiagnosticRenderer(
            showsLocation: true, usesColour: false, columns: 80, wraps: true)
        let shown = renderer.render(diagnostic).encoded
        let message = diagnostic.message
        if shown.unicodeScalars.contains(where: { $0 != "\n" && $0.properties.isControl }) {
            broken.append("a message acts on the terminal: \(shown.debugDescription)")
        }
        for sentence in [message] + (diagnostic.hint.map { [$0] } ?? []) {
            if let fault = Self.fault(of: sentence, about: diagnostic.source.text) {
                broken.append("\(fault): \(shown)")
            }
        }
        if message.utf8.count > 20_000 { broken.append("a message is longer than a page") }
    }

    /// What is wrong with the form of a message or a hint: it is one sentence without a full stop, but for what
    /// it has of the script itself.
    private static func fault(of sentence: String, about text: String) -> String? {
        if sentence.isEmpty { return "it says nothing" }
        if hasFullStop(sentence, about: text) { return "it is more than one sentence" }
        guard let last = sentence.last, ".,;:( ".contains(last),
            let before = sentence.dropLast().last, before.isLetter
        else { return nil }
        let name = sentence.split(whereSeparator: { $0 == " " || $0 == "/" }).last ?? ""
        return !name.isEmpty && text.contains(name) ? nil : "it does not end as a sentence does"
    }

    /// Whether a sentence ends before its end: at a full stop that no name in the script has, such as that of the
    /// file `~/data.`, whose folder is written out in the message.
    private static func hasFullStop(_ sentence: String, about text: String) -> Bool {
        // A message may quote the script.
        if text.contains(". ") { return false }
        return sentence.split(separator: " ").dropLast().contains { word in
            guard word.hasSuffix("."), let name = word.split(separator: "/").last else {
                return false
            }
            return !text.contains(name)
        }
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control }
}

/// What a statement may change, in a form that can be compared.
private struct Snapshot: Equatable {
    private let variables: [NameAndValue]
    private let texts: [String]
    private let numbers: [UInt64]
    private let classifier: LinearClassifier?

    private struct NameAndValue: Equatable {
        let name: String
        let value: Value
    }

    init(_ session: Session) {
        let state = session.state
        // A list that holds NaN differs from itself.
        variables = state.variables.sorted.map { NameAndValue(name: $0.name, value: $0.content) }
            .filter { $0.value == $0.value }
        texts =
            [state.objective.shortName, state.examplesBasis] + state.definitions.names
            + state.runs.map { "\($0.number) \($0.source)" } + state.log.map(\.source)
        numbers = [state.seed, state.firstSeed, state.draws, UInt64(session.undoCount)]
        classifier = state.classifier
    }
}
