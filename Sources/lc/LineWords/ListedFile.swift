import Platform
import Session
import TerminalText

/// A file or a folder as `ls` shows it.
struct ListedFile {
    /// With a `/` behind a folder's.
    let name: String
    let path: String
    let status: FileStatus?

    /// What is in a folder, in the order of the names; those that begin with a dot are left out.
    static func all(in folder: String, limit: Int) -> [ListedFile] {
        var found: [ListedFile] = []
        FolderEntries.forEach(in: folder) { entry in
            let text = String(decoding: entry.nameBytes, as: UTF8.self)
            guard !text.hasPrefix(".") else { return true }
            let path = folder + "/" + text
            let status = try? FileStatus(of: path)
            let isFolder = status?.kind == .folder
            found.append(
                ListedFile(
                    name: TerminalText.clean(text) + (isFolder ? "/" : ""), path: path,
                    status: status))
            return found.count < limit
        }
        return found.sorted { $0.name < $1.name }
    }

    /// A row for each: name, size, and the statement that takes it. What a file holds is looked at for a moment
    /// in all.
    static func details(_ files: [ListedFile], in folder: String, columns: Int) -> [ShownText] {
        let widest = min(
            files.map { TerminalText.columns($0.name) }.max() ?? 0, max(8, columns - 26))
        let end = ContinuousClock.now + .milliseconds(500)
        return files.map { file in
            let use = ContinuousClock.now < end ? file.use : ""
            let size = file.size
            let row =
                "  " + TerminalText.pad(file.name, columns: widest)
                + String(repeating: " ", count: max(1, 10 - size.count)) + size
                + (use.isEmpty ? "" : "  " + use)
            return ShownText(row)
        }
    }

    private var size: String {
        guard let status, status.kind != .folder else { return "" }
        let bytes = Double(status.size)
        let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)]
        guard let (unit, value) = units.first(where: { bytes >= $0.1 }) else {
            return "\(status.size) B"
        }
        return NumberText.fixed(bytes / value, bytes / value < 10 ? 1 : 0) + " " + unit
    }

    /// The beginning of the statement that takes it; empty where none does.
    private var use: String {
        let small = name.lowercased()
        if small.hasSuffix(".lc") || small.hasSuffix(".md") { return "run" }
        // A pipe would wait for whoever writes it.
        guard let status, status.kind != .other else { return "" }
        return LoadCommand.format(of: path).map { "load \($0)" } ?? ""
    }
}
