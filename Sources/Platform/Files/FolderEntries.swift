#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What stands in a folder.
package enum FolderEntries {
    package struct Entry {
        /// File systems take any bytes; most names are UTF-8.
        package let nameBytes: [UInt8]
        /// Nil where the folder itself does not say, and for links.
        package let kind: FileStatus.Kind?
    }

    /// The names in a folder, `.` and `..` among them; none where there is no such folder.
    package static func names(in folder: String) -> [String] {
        var names: [String] = []
        forEach(in: folder) { entry in
            names.append(String(decoding: entry.nameBytes, as: UTF8.self))
            return true
        }
        return names
    }

    /// Goes through a folder in the file system's order, for as long as `body` says true.
    package static func forEach(in folder: String, _ body: (Entry) -> Bool) {
        guard let directory = unsafe opendir(folder) else { return }
        defer { unsafe closedir(directory) }
        while let entry = unsafe readdir(directory) {
            let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            let kind = unsafe kind(entry.pointee.d_type)
            guard body(Entry(nameBytes: bytes, kind: kind)) else { return }
        }
    }

    private static func kind(_ type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK), Int(DT_UNKNOWN): nil
        default: .other
        }
    }
}
