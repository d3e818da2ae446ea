import Datasets
import Files
import Learning
import Notebook
import Numeric
import Platform
import Plotting

/// The finished cells of a running session in a file, so that a crash loses at most the running one.
///
/// Each line is a record as the language writes it, on the disk before the next prompt; one of millions of
/// weights or items is written while the session goes on. The file is removed when the session ends in good
/// order.
package final class Journal {
    static let suffix = ".journal"
    private let folder: String
    private var file: LineLog?
    /// The log's statements, as the file has them.
    private var log = GrowingList<LogEntry>()
    private var held: [String] = []
    /// An entry that is still written, and the log that the file has then.
    private var late: (entry: LargeEntry, log: GrowingList<LogEntry>)?
    /// What is written at once, in the items of a value: about a megabyte.
    private static let large = 100_000

    /// A journal; the first cell makes its file.
    package init(folder: String) { self.folder = folder }

    /// Adds a finished cell; with `isHeld` it is written together with the next cell.
    ///
    /// - Returns: whether the cell is on the disk, or on its way; when it is not, the next cell's record has its
    ///   changes.
    func add(
        _ cell: Cell, value: Value?, _ basis: CellBasis, _ state: SessionState, isHeld: Bool = false
    ) -> Bool {
        guard isSettled() else { return false }
        if file == nil {
            file = LineLog("\(folder)/\(LineLog.freshName())\(Self.suffix)")
        }
        let keep = state.log.commonCount(with: log)
        let entries = state.log.elements(from: keep)
        var record: Record = [
            "source": .string(cell.source), "seconds": .number(cell.seconds),
            "outputs": .list(cell.outputs.map(Self.value)),
            "seed": .number(Double(state.firstSeed)), "keep": .count(keep),
            "log": .list(entries.map { .string($0.source) }),
        ]
        if entries.contains(where: { !$0.folders.isEmpty }) {
            record["folders"] = .list(entries.map { .list($0.folders.map(Value.string)) })
        }
        record["basis"] = .record(basis.record)
        record["weights"] = (state.classifier?.digest.text).map(Value.string)
        record["error"] = cell.error.map(Value.string)
        record["hint"] = cell.hint.map(Value.string)
        record["json"] = cell.record.map(Value.string)
        record["value"] = value
        let whole = Value.record(record)
        if whole.extent.elements > Self.large, held.isEmpty, !isHeld, let file {
            let entry = LargeEntry { whole.exactLiteral.map(file.append) ?? false }
            late = (entry, state.log)
            return true
        }
        guard let line = whole.exactLiteral else { return false }
        held.append(line)
        if !isHeld {
            defer { held = [] }
            guard file?.append(held.joined(separator: "\n")) == true else { return false }
        }
        log = state.log
        return true
    }

    /// Waits for an entry that is still written; false where it was not kept, or the wait is given up.
    private func isSettled() -> Bool {
        guard let late else { return true }
        guard let isKept = late.entry.wait() else { return false }
        if isKept { log = late.log }
        self.late = nil
        return isKept
    }

    /// The session ended in good order: there is nothing to recover.
    package func end() {
        file?.remove()
        file = nil
        log = GrowingList<LogEntry>()
    }

    private static func value(_ output: Output) -> Value {
        switch output {
        case .text(let text): .string(text)
        case .figure(let figure): .record(figure.record)
        }
    }
}
