#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The names of the files in a folder.
package enum Folder {
    package struct Missing: Error {
        let path: String
    }

    package static func names(_ path: String) throws -> [String] {
        guard let directory = unsafe opendir(path) else { throw Missing(path: path) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            names.append(
                unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }
}
