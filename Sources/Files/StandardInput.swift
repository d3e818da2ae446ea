import Platform

/// What comes through a pipe on the standard input: it can be read once, from beginning to end.
package enum StandardInput {
    package static let path = "/dev/stdin"

    private static let part = 1 << 20
    private static let sizeLimit = 4 << 30

    /// Whether a path is the standard input's, and that is a pipe or a device.
    package static func isPipe(_ path: String) -> Bool {
        path == self.path && (try? FileDescriptor.standardInput.status)?.kind == .other
    }

    /// All bytes up to its end.
    ///
    /// - Throws: also for more memory than there is, and where the work is given up.
    package static func bytes() throws(FileError) -> [UInt8] {
        let input = FileDescriptor.standardInput
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: part)
        var budget = GrowingBudget(for: "the text of \(path)")
        while true {
            try Interruptible.check()
            do throws(SystemError) {
                let count = try input.read(into: &buffer)
                guard count > 0 else { return bytes }
                bytes += buffer[..<count]
            } catch {
                guard error.isInterruption else { throw FileError(path, error) }
            }
            guard bytes.count <= sizeLimit else {
                throw FileError(
                    "\(path) has more than \(MemoryShortage.text(sizeLimit))",
                    hint: "write it into a file first")
            }
            try budget.growForFile(to: bytes.count)
        }
    }
}
