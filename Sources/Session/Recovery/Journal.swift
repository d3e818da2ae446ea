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
    private var kept = GrowingList<LogEntry>()
    /// The same once what is held and what is still written is on the disk.
    private var head = GrowingList<LogEntry>()
    private var held: [String] = []
    private var late = LateEntries()
    /// What ``kept`` is after each entry that is still written.
    private var pending: [GrowingList<LogEntry>] = []
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
        let hasLost = settle()
        if file == nil {
            file = LineLog("\(folder)/\(LineLog.freshName())\(Self.suffix)")
        }
        let keep = state.log.commonCount(with: head)
        let entries = state.log.elements(from: keep)
        var record: Record = [
            "source": .string(cell.source), "seconds": .number(cell.seconds),
            "outputs": .list(cell.outputs.map(Self.value)),
            "seed": .number(Double(state.firstSeed)), "keep": .count(keep),
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
        let size =
            Int(Value.record(record).extent.elements)
            + entries.reduce(0) { $0 + $1.statement.size / 8 }
        let makeLine: @Sendable () -> String? = { [record] in
            var whole = record
            whole["log"] = .list(entries.map { .string($0.source) })
            return Value.record(whole).exactLiteral
        }
        if isHeld {
            guard let line = makeLine() else { return false }
            held.append(line)
            head = state.log
            return true
        }
        let before = held
        held = []
        head = state.log
        let append: @Sendable () -> Bool = { [file] in
            makeLine().map { file?.append((before + [$0]).joined(separator: "\n")) ?? false }
                ?? false
        }
        // What is held takes the place of a journal that goes once this entry is on the disk.
        if before.isEmpty, size > Self.large || !pending.isEmpty {
            pending.append(head)
            late.add(append)
            return !hasLost
        }
        let isKept = append()
        if isKept { kept = head } else { head = kept }
        return isKept && !hasLost
    }

    /// Takes note of the entries that have been written meanwhile.
    ///
    /// - Returns: whether one of them is not on the disk.
    private func settle() -> Bool {
        var hasLost = false
        for isKept in late.takeOutcomes() {
            if isKept, !pending.isEmpty {
                kept = pending.removeFirst()
            } else {
                (pending, held, head) = ([], [], kept)
                hasLost = true
            }
        }
        return hasLost
    }

    /// The session ended in good order: there is nothing to recover.
    package func end() {
        file?.remove()
        file = nil
        (kept, head) = (GrowingList(), GrowingList())
        (pending, held, late) = ([], [], LateEntries())
    }

    private static func value(_ output: Output) -> Value {
        switch output {
        case .text(let text): .string(text)
        case .figure(let figure): .record(figure.record)
        }
    }
}
