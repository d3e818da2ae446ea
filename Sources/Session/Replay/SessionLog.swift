/// The statements that led to a state.
///
/// A value: copies share all but the last piece, because each state that `undo` knows keeps a copy.
package struct SessionLog: Sendable {
    private var pieces: [[LogEntry]] = []
    private static let pieceLength = 256

    package init() {}

    package var entries: [LogEntry] { pieces.flatMap { $0 } }
    package var first: LogEntry? { pieces.first?.first }

    mutating func append(_ entry: LogEntry) {
        if let last = pieces.last, last.count < Self.pieceLength {
            pieces[pieces.count - 1].append(entry)
        } else {
            pieces.append([entry])
        }
    }

    mutating func append(_ entries: some Sequence<LogEntry>) {
        for entry in entries { append(entry) }
    }
}
