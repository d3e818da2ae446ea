import Files
import Notebook
import Platform
import Plotting
import Syntax

/// A session that ended without good order, as its journal has it.
package final class LostSession {
    /// How many cells it had.
    package let count: Int
    /// How long ago its last cell ended, in seconds.
    package let age: Int
    /// How many sessions that ended earlier wait to be offered after this one.
    package private(set) var earlierCount = 0
    private let file: LineLog

    private init?(_ path: String) {
        guard let file = LineLog(path), let count = file.count else { return nil }
        self.file = file
        self.count = count
        age = Clock.now - file.time
        if count < 1 {
            file.remove()
            return nil
        }
    }

    /// The session that ended last; the others stay until they have been offered. Removes those that
    /// have no cell.
    package static func find(in folder: String) -> LostSession? {
        let names = FolderEntries.names(in: folder).filter { $0.hasSuffix(Journal.suffix) }
        let found = names.compactMap { LostSession("\(folder)/\($0)") }.sorted { $0.age < $1.age }
        found.first?.earlierCount = found.count - 1
        return found.first
    }

    func discard() { file.remove() }

    /// What a journal holds: cells with their results, the seed, and the statements to repeat.
    struct Content {
        var seed: UInt64 = 1
        /// The seed that the first cell had.
        var firstSeed: UInt64 = 1
        var cells: [(cell: Cell, value: Value?, basis: CellBasis)] = []
        /// With the folders that each may write below, empty where it may anywhere.
        var log: [(statement: String, folders: [String])] = []
        /// The fingerprint of the last weights.
        var weights: String?
    }

    func content() -> Content {
        var content = Content()
        let reader = Session()
        for line in file.lines where !Abandonment.isRequested {
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
            content.log.removeSubrange(min(max(0, keep), content.log.count)...)
            var folders: [[String]] = []
            if case .list(let items) = record["folders"] {
                folders = items.map { item in
                    if case .list(let names) = item { names.map(\.text) } else { [] }
                }
            }
            content.log += texts("log").enumerated().map { index, statement in
                (statement, index < folders.count ? folders[index] : [])
            }
        }
    }
}

extension Output {
    /// An output as a journal holds it; a picture that cannot be read becomes `(a picture)`.
    fileprivate init(_ value: Value) {
        switch value {
        case .record(let record): self = Figure(record).map(Output.figure) ?? .text("(a picture)")
        default: self = .text(value.text)
        }
    }
}
