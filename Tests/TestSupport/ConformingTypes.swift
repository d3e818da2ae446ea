#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The types that a folder of sources declares, for tests that compare a list with its folder.
package enum ConformingTypes {
    package struct Missing: Error {}

    /// The names of the types that conform to a protocol in their declaration, such as
    /// `struct SVM: Loss {`.
    ///
    /// - Parameter folder: from the package's root, such as `Sources/Learning/Losses`.
    /// - Returns: each type with the name of its file, without `.swift`.
    package static func of(
        _ conformance: String, in folder: String
    ) throws -> [(type: String, file: String)] {
        let folder = TestTools.root + "/" + folder
        return try names(folder).filter { $0.hasSuffix(".swift") }.flatMap { name in
            let text = try read(folder + "/" + name)
            return text.matches(of: /(?:struct|enum|class) (\w+): ([\w, ]+) \{/)
                .filter { $0.2.split(separator: ", ").contains { $0 == conformance } }
                .map { (String($0.1), String(name.dropLast(6))) }
        }
    }

    private static func names(_ folder: String) throws -> [String] {
        guard let directory = unsafe opendir(folder) else { throw Missing() }
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

    private static func read(_ path: String) throws -> String {
        guard let file = unsafe fopen(path, "r") else { throw Missing() }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }
}
