import Platform

/// Files beside the one that is written, which ``AtomicFile`` fills first and then renames. A writer
/// that was killed leaves its own behind.
enum UnfinishedFiles {
    private static let prefix = ".lc-"
    private static let suffix = ".part"
    /// After a day nobody is still writing; the number of a process may be another's by then, or one on
    /// another machine that has the same folder.
    private static let longest = 86_400
    private static let shortest = 60

    /// A name that no other process uses.
    static func freshName() -> String {
        "\(prefix)\(CurrentProcess.id)-\(UInt32.random(in: 0...UInt32.max))\(suffix)"
    }

    /// Removes what killed writers left in a folder.
    static func clean(_ folder: String) {
        for name in FolderEntries.names(in: folder)
        where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            let path = "\(folder)/\(name)"
            let id = Int(name.dropFirst(prefix.count).prefix { $0 != "-" })
            guard let id, id != CurrentProcess.id, let status = try? FileStatus(of: path),
                status.kind == .file
            else {
                continue
            }
            let age = Clock.now - status.modificationTime
            if age > longest || age > shortest && !CurrentProcess.isRunning(id) {
                try? FileSystem.remove(path)
            }
        }
    }
}
