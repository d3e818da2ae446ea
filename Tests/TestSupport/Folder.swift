import Platform

/// The names of the files in a folder.
package enum Folder {
    package struct Missing: Error {
        let path: String
    }

    package static func names(_ path: String) throws -> [String] {
        let names = FolderEntries.names(in: path)
        guard !names.isEmpty else { throw Missing(path: path) }
        return names
    }
}
