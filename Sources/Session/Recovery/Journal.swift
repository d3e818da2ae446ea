import Datasets
import Files
import Learning
import Notebook
import Numeric
import Platform
import Plotting
import Syntax

/// The finished cells of a running session in a file, so that a crash loses at most the running one.
///
/// Each line is a record as the language writes it, on the disk before the next prompt. The file is
/// removed when the session ends in good order.
package final class Journal {
    static let suffix = ".journal"
    private let folder: String
    private var file: LineLog?
    /// The log as the file has it.
    private var log: [String] = []
    private var held: [String] = []

    /// A journal whose file is made with the first cell.
    package init(folder: String) { self.folder = folder }

    /// Notes a finished cell; one that is held is written together with the next.
    ///
    /// - Returns: whether the cell is on the disk; when it is not, the next brings its changes along.
    func add(
        _ cell: Cell, value: Value, _ basis: CellBasis, _ state: SessionState, isHeld: Bool = false
    ) -> Bool {
        if file == nil {
            file = LineLog("\(folder)/\(LineLog.freshName())\(Self.suffix)")
        }
        let sources = state.log.entries.map(\.source)
        let keep = zip(sources, log).prefix { $0 == $1 }.count
        var record: Record = [
            "source": .string(cell.source), "seconds": .number(cell.seconds),
            "outputs": .list(cell.outputs.map(Self.value)),
            "seed": .number(Double(state.firstSeed)), "keep": .count(keep),
            "log": .list(sources[keep...].map(Value.string)),
        ]
        record["basis"] = .record(basis.record)
        record["weights"] = (state.classifier?.digest.text).map(Value.string)
        record["error"] = cell.error.map(Value.string)
        record["hint"] = cell.hint.map(Value.string)
        record["json"] = cell.record.map(Value.string)
        record["value"] = value == .nothing ? nil : value
        guard let line = Value.record(record).exactLiteral else { return false }
        held.append(line)
        if !isHeld {
            defer { held = [] }
            guard file?.append(held.joined(separator: "\n")) == true else { return false }
        }
        log = sources
        return true
    }

    /// The session ended in good order: there is nothing to recover.
    package func end() {
        file?.remove()
        file = nil
        log = []
    }

    private static func value(_ output: Output) -> Value {
        switch output {
        case .text(let text): .string(text)
        case .figure(let figure): .record(figure.record)
        }
    }
}

/// A session that ended without good order, as its journal has it.
package final class LostSession {
    /// How many cells it had.
    package let count: Int
    /// How long ago its last cell ended, in seconds.
    package let age: Int
    private let file: LineLog
    private static let keptSeconds = 30 * 86_400
    private static let keptCount = 20

    private init?(_ path: String) {
        guard let file = LineLog(path) else { return nil }
        self.file = file
        count = file.lines.count
        age = Clock.now - file.time
        if count < 1 || age > Self.keptSeconds {
            file.remove()
            return nil
        }
    }

    /// The one that ended last; those older than a month are removed, and all but twenty.
    package static func find(in folder: String) -> LostSession? {
        let names = FolderEntries.names(in: folder).filter { $0.hasSuffix(Journal.suffix) }
        let found = names.compactMap { LostSession("\(folder)/\($0)") }.sorted { $0.age < $1.age }
        found.dropFirst(keptCount).forEach { $0.discard() }
        return found.first
    }

    func discard() { file.remove() }

    /// What a journal tells: cells with their results, the seed, and the statements to repeat.
    struct Content {
        var seed: UInt64 = 1
        /// The seed that the first cell had.
        var firstSeed: UInt64 = 1
        var cells: [(cell: Cell, value: Value?, basis: CellBasis)] = []
        var log: [String] = []
        /// The fingerprint of the last weights.
        var weights: String?
    }

    func content() -> Content {
        var content = Content()
        let reader = Session()
        for line in file.lines {
            reader.run(cell: Source(name: "journal", text: "record = " + line)) { _ in }
            guard case .record(let record) = reader.state.variables["record"] else { break }
            add(record, to: &content)
        }
        return content
    }

    private func add(_ record: Record, to content: inout Content) {
        func text(_ name: String) -> String? {
            if case .string(let text) = record[name] { text } else { nil }
        }
        func texts(_ name: String) -> [String] {
            guard case .list(let items) = record[name] else { return [] }
            return items.map(\.text)
        }
        var outputs: [Output] = []
        if case .list(let items) = record["outputs"] { outputs = items.map(Output.init) }
        var cell = Cell(
            number: content.cells.count + 1, source: text("source") ?? "", outputs: outputs,
            error: text("error"))
        if case .number(let seed) = record["seed"] { content.seed = UInt64(exactly: seed) ?? 1 }
        if content.cells.isEmpty { content.firstSeed = content.seed }
        if case .number(let seconds) = record["seconds"] { cell.seconds = seconds }
        cell.record = text("json")
        cell.hint = text("hint")
        content.cells.append((cell, record["value"], CellBasis(record["basis"])))
        content.weights = text("weights")
        if case .number(let keep) = record["keep"], let keep = Int(exactly: keep) {
            content.log = Array(content.log.prefix(max(0, keep))) + texts("log")
        }
    }
}

extension Output {
    /// What a journal has of it; a picture that cannot be read is said to have been one.
    fileprivate init(_ value: Value) {
        switch value {
        case .record(let record): self = Figure(record).map(Output.figure) ?? .text("(a picture)")
        default: self = .text(value.text)
        }
    }
}
