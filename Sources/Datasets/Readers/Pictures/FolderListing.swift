import Files
import Platform

/// What stands in a folder, sorted by the bytes of the names; what is hidden is left out, and the
/// folder of hidden files that macOS puts into zip archives.
struct FolderListing {
    let path: String
    let folders: [String]
    let files: [String]

    /// - Throws: where it is no folder that can be read, and for a name that is not UTF-8.
    init(_ path: String) throws(FileError) {
        self.path = path
        let kind: FileStatus.Kind
        do throws(SystemError) { kind = try FileStatus(of: path).kind } catch {
            throw FileError(path, error)
        }
        guard kind == .folder else {
            throw FileError("\(path) is no folder", hint: "give the folder of the pictures")
        }
        var names: [(bytes: [UInt8], name: String, kind: FileStatus.Kind?)] = []
        var unreadable: [UInt8]?
        let hidden = Array("__MACOSX".utf8)
        FolderEntries.forEach(in: path) { entry in
            guard entry.nameBytes.first != UInt8(ascii: "."), entry.nameBytes != hidden else {
                return true
            }
            if let name = String(validating: entry.nameBytes, as: UTF8.self) {
                names.append((entry.nameBytes, name, entry.kind))
            } else {
                unreadable = entry.nameBytes
            }
            return unreadable == nil && !Abandonment.isRequested
        }
        try Interruptible.check()
        if let unreadable {
            throw FileError(
                "\(path) has a name that is not UTF-8: \(String(decoding: unreadable, as: UTF8.self))",
                hint: "rename it")
        }
        names.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        var (folders, files): ([String], [String]) = ([], [])
        for entry in names {
            // Links are followed; one that leads nowhere is a file that cannot be read.
            let kind = entry.kind ?? (try? FileStatus(of: "\(path)/\(entry.name)"))?.kind ?? .file
            if kind == .folder { folders.append(entry.name) } else { files.append(entry.name) }
        }
        (self.folders, self.files) = (folders, files)
    }
}
