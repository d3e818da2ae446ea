import Platform

/// Files that tests read.
package enum TestData {
    /// A file below Tests/, such as `NotebookTests/markdown.txt`; empty where there is none.
    package static func text(_ name: String) -> String {
        text(at: "\(TestTools.root)/Tests/\(name)")
    }

    /// Any file; empty where there is none.
    static func text(at path: String) -> String {
        var bytes: [UInt8] = []
        do throws(SystemError) {
            let file = try FileDescriptor(path, for: .reading)
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = try file.read(into: &chunk)
                if count == 0 { break }
                bytes += chunk[..<count]
            }
        } catch {
            return ""
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
