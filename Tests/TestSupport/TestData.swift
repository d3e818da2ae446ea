#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that tests read.
package enum TestData {
    /// A file below Tests/, such as `NotebookTests/markdown.txt`; empty where there is none.
    package static func text(_ name: String) -> String {
        text(at: "\(TestTools.root)/Tests/\(name)")
    }

    /// Any file; empty where there is none.
    static func text(at path: String) -> String {
        guard let file = unsafe fopen(path, "r") else { return "" }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }
}
