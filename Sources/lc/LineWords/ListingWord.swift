import Platform
import Session
import TerminalText

/// `ls`, `ls FOLDER`: what is in a folder, with sizes and what `load` takes it as; of more than fits the window, the
/// names.
enum ListingWord: LineWord {
    static let words = ["ls": "list the files of a folder, with what load takes them as"]

    private static let limit = 1000

    static func request(_ line: String) -> LineRequest? {
        guard let argument = WordArgument.text(of: line, behind: "ls") else { return nil }
        return .action { context throws(Failure) in
            let folder = argument.isEmpty ? "." : WordArgument.path(argument)
            guard (try? FileStatus(of: folder))?.kind == .folder else {
                throw Failure(
                    "\(argument) is no folder", hint: "!ls -l \(argument) has the shell's ls")
            }
            let found = ListedFile.all(in: folder, limit: limit)
            let terminal = context.terminal
            let rows =
                found.count < terminal.rows - 1
                ? ListedFile.details(found, in: folder, columns: terminal.columns)
                : columns(found.map(\.name), width: terminal.columns).map { ShownText($0) }
            for row in rows { terminal.write("\(row)\n") }
            if found.isEmpty { terminal.write("\(terminal.dim("  nothing is here"))\n") }
            if found.count >= limit { terminal.write("  … only the first \(limit)\n") }
        }
    }

    /// The names in columns, downwards.
    private static func columns(_ names: [String], width: Int) -> [String] {
        let widest = (names.map { TerminalText.columns($0) }.max() ?? 0) + 2
        let count = max(1, (width - 2) / widest)
        let height = (names.count + count - 1) / count
        return (0..<height).map { row in
            "  "
                + stride(from: row, to: names.count, by: height)
                .map { TerminalText.pad(names[$0], columns: widest) }.joined()
        }
    }
}
