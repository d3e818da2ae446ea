import Platform
import Synchronization

/// Files that are written for a while in place of others, in a folder of their own.
package final class ThrowawayFiles: Sendable {
    private struct Content {
        var folder: String?
        /// The stand-ins by the paths, without links, of the files that they stand for.
        var files: [String: String] = [:]
    }

    private let content = Mutex(Content())

    package init() {}

    /// Where to write what is meant for a file.
    ///
    /// - Throws: one sentence on why the file itself could not be written.
    package func place(for path: String) throws(FileError) -> String {
        try AtomicFile.check(path)
        guard let key = FileSystem.realPlace(of: path) else { return path }
        let place = content.withLock { content -> String? in
            if let known = content.files[key] { return known }
            guard let folder = content.folder ?? Self.makeFolder() else { return nil }
            content.folder = folder
            // The ending of a file's name says what is in it.
            let name = key.split(separator: "/").last ?? ""
            let place = "\(folder)/\(content.files.count)-\(name)"
            content.files[key] = place
            return place
        }
        guard let place else {
            throw FileError("\(path) cannot be written: there is no folder for temporary files")
        }
        return place
    }

    /// What was written in place of a file; nil for one that was not.
    package func standIn(for path: String) -> String? {
        FileSystem.realPlace(of: path).flatMap { key in content.withLock { $0.files[key] } }
    }

    /// Removes everything.
    package func remove() {
        let old = content.withLock { content in
            let old = content
            content = Content()
            return old
        }
        for file in old.files.values { try? FileSystem.remove(file) }
        if let folder = old.folder { try? FileSystem.removeFolder(folder) }
    }

    private static func makeFolder() -> String? {
        let parent = CurrentProcess.variable("TMPDIR") ?? ""
        let number = UInt64.random(in: 0...UInt64.max)
        let path = "\(parent.hasPrefix("/") ? parent : "/tmp")/lc-\(CurrentProcess.id)-\(number)"
        do throws(SystemError) {
            try FileSystem.makeFolder(path, permissions: 0o700)
            return path
        } catch {
            return nil
        }
    }
}
