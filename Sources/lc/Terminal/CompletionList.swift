import LineEditing
import Platform
import Session

/// A session's candidates with paths of the file system.
enum CompletionList {
    static func make(_ before: String, _ session: Session) -> Completions {
        let found = Completion.candidates(for: before, in: session)
        let word = String(decoding: Array(before.utf8)[found.start...], as: UTF8.self)
        var candidates = found.candidates.map {
            Completions.Candidate(text: $0.text, detail: $0.detail)
        }
        if found.wantsPath { candidates += paths(word) }
        return Completions(replaced: word.unicodeScalars.count, candidates: candidates)
    }

    /// Files and folders whose paths begin with a word, which may be quoted; those that need quotes
    /// get some.
    private static func paths(_ word: String) -> [Completions.Candidate] {
        let quote = word.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
        let path =
            quote == nil ? word.replacing("\\ ", with: " ") : String(word.dropFirst())
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<folderEnd])
        return entries(of: folder, startingWith: path[folderEnd...]).map { name, isFolder in
            let whole = folder + name + (isFolder ? "/" : "")
            return Completions.Candidate(
                text: quoted(whole, quote, isFolder), detail: isFolder ? "folder" : "")
        }
    }

    private static func quoted(_ path: String, _ quote: Character?, _ isFolder: Bool) -> String {
        let needsQuotes = path.contains { " \"';()[]{}$\\#".contains($0) }
        guard quote != nil || needsQuotes else { return path }
        let mark = quote ?? (path.contains { "\"{}\\".contains($0) } ? "'" : "\"")
        return "\(mark)\(path)" + (isFolder ? "" : String(mark))
    }

    private static func entries(of folder: String, startingWith prefix: Substring)
        -> [(name: String, isFolder: Bool)]
    {
        var path = folder.isEmpty ? "." : folder
        if path.hasPrefix("~/"), let home = CurrentProcess.variable("HOME") {
            path = home + path.dropFirst()
        }
        var names: [(name: String, isFolder: Bool)] = []
        FolderEntries.forEach(in: path) { entry in
            if let name = candidate(entry, startingWith: prefix) {
                names.append((name, isFolder(path + "/" + name, entry.kind)))
            }
            return names.count < 10_000
        }
        return names.sorted { $0.name < $1.name }
    }

    /// A name that a terminal cannot show, or that could not be typed, is no candidate.
    private static func candidate(_ entry: FolderEntries.Entry, startingWith prefix: Substring)
        -> String?
    {
        guard let name = String(validating: entry.nameBytes, as: UTF8.self),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
            name.hasPrefix(prefix), name != ".", name != "..",
            !name.hasPrefix(".") || prefix.hasPrefix(".")
        else { return nil }
        return name
    }

    private static func isFolder(_ path: String, _ kind: FileStatus.Kind?) -> Bool {
        let kind = kind ?? (try? FileStatus(of: path))?.kind
        return kind == .folder
    }
}
