import LineEditing
import Platform
import Session

/// Files and folders that a word on the line may become.
enum FileCompletion {
    fileprivate struct Name {
        let text: String
        let isFolder: Bool
        /// Whether its ending is one of the kind that is wanted.
        let isWanted: Bool
    }

    /// What a folder's candidate says of itself.
    static let folder = "folder"

    private static let limit = 10_000

    /// Those whose paths begin with a word, or have its last part in their names; the word may be quoted,
    /// and begin with `~` or a variable of the environment. Paths that need quotes get some; files with
    /// one of the endings come first.
    static func candidates(_ word: String, _ session: Session, first endings: [String])
        -> [Completions.Candidate]
    {
        let quote = word.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
        let typed = quote == nil ? word.replacing("\\ ", with: " ") : String(word.dropFirst())
        let path = quote == "'" ? typed : withoutVariable(typed, session)
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = path == "~" ? "~/" : String(path[..<folderEnd])
        let part = path == "~" ? "" : String(path[folderEnd...])
        let names = names(in: folder, showsHidden: part.hasPrefix("."), endings)
        var found = names.filter { $0.text.hasPrefix(part) }
        if found.isEmpty, part.count > 1 {
            found = names.filter { $0.text.lowercased().contains(part.lowercased()) }
        }
        return found.sorted { ($0.rank, $0.text) < ($1.rank, $1.text) }.map { name in
            let whole = folder + name.text + (name.isFolder ? "/" : "")
            return Completions.Candidate(
                text: quoted(whole, quote, name.isFolder), detail: name.isFolder ? Self.folder : "")
        }
    }

    /// `$HOME/x` with the variable's value, where the session has no variable of that name.
    private static func withoutVariable(_ path: String, _ session: Session) -> String {
        guard path.hasPrefix("$"), let end = path.firstIndex(of: "/") else { return path }
        let name = String(path[..<end].dropFirst())
        guard session.state.variables[name] == nil, let value = CurrentProcess.variable(name) else {
            return path
        }
        return value + path[end...]
    }

    private static func quoted(_ path: String, _ quote: Character?, _ isFolder: Bool) -> String {
        let needsQuotes = path.contains { " \"';()[]{}$\\#".contains($0) }
        guard quote != nil || needsQuotes else { return path }
        let mark = quote ?? (path.contains { "\"{}\\".contains($0) } ? "'" : "\"")
        return "\(mark)\(path)" + (isFolder ? "" : String(mark))
    }

    private static func names(in folder: String, showsHidden: Bool, _ endings: [String]) -> [Name] {
        var path = folder.isEmpty ? "." : folder
        if path.hasPrefix("~/"), let home = CurrentProcess.variable("HOME") {
            path = home + path.dropFirst()
        }
        var names: [Name] = []
        FolderEntries.forEach(in: path) { entry in
            if let text = name(entry, showsHidden) {
                let kind = entry.kind ?? (try? FileStatus(of: path + "/" + text))?.kind
                let isWanted = endings.contains { text.lowercased().hasSuffix($0) }
                names.append(Name(text: text, isFolder: kind == .folder, isWanted: isWanted))
            }
            return names.count < limit
        }
        return names
    }

    /// A name that a terminal cannot show, or that could not be typed, is no candidate.
    private static func name(_ entry: FolderEntries.Entry, _ showsHidden: Bool) -> String? {
        guard let name = String(validating: entry.nameBytes, as: UTF8.self),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
            name != ".", name != "..", showsHidden || !name.hasPrefix(".")
        else { return nil }
        return name
    }
}

extension FileCompletion.Name {
    /// Wanted files come first, then folders in which they may be.
    fileprivate var rank: Int { isWanted ? 0 : 1 }
}
