import Platform
import Session
import TerminalText

/// `ls`, `ls FOLDER`: the names of what is in a folder.
enum ListingWord: LineWord {
    static let words = ["ls": "list the files of a folder"]

    private static let limit = 1000

    static func request(_ line: String) -> LineRequest? {
        guard let argument = WordArgument.text(of: line, behind: "ls") else { return nil }
        return .action { context throws(Failure) in
            let folder = argument.isEmpty ? "." : WordArgument.path(argument)
            guard (try? FileStatus(of: folder))?.kind == .folder else {
                throw Failure(
                    "\(argument) is no folder", hint: "!ls -l \(argument) has the shell's ls")
            }
            let found = names(in: folder)
            for row in columns(found, width: context.terminal.columns) {
                context.terminal.write("\(row)\n")
            }
            if found.count >= limit { context.terminal.write("  … only the first \(limit)\n") }
        }
    }

    /// Folders have a `/` at their ends; names that begin with a dot are left out.
    private static func names(in folder: String) -> [String] {
        var names: [String] = []
        FolderEntries.forEach(in: folder) { entry in
            let name = TerminalText.clean(String(decoding: entry.nameBytes, as: UTF8.self))
            guard !name.hasPrefix(".") else { return true }
            let kind = entry.kind ?? (try? FileStatus(of: folder + "/" + name))?.kind
            names.append(name + (kind == .folder ? "/" : ""))
            return names.count < limit
        }
        return names.sorted()
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
