#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that goes away with its last use.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() {
        var template = Array("/tmp/lc-test-XXXXXX".utf8CString)
        let made = unsafe mkdtemp(&template) != nil
        path =
            made
            ? String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            : "/tmp"
    }

    deinit { if path != "/tmp" { _ = unsafe system("rm -rf '\(path)'") } }

    package func write(_ name: String, _ text: String) { write(name, bytes: Array(text.utf8)) }

    package func write(_ name: String, bytes: [UInt8]) {
        guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }

    package func read(_ name: String) -> String {
        TestData.text(at: "\(path)/\(name)")
    }

    package func makeFolder(_ name: String) { unsafe mkdir("\(path)/\(name)", 0o700) }

    /// A file's permissions.
    package func mode(_ name: String) -> Int {
        var status = stat()
        return unsafe stat("\(path)/\(name)", &status) == 0 ? Int(status.st_mode) & 0o777 : 0
    }
}
