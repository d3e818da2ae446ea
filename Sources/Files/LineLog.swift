import Platform
import Synchronization

/// A file of lines that one process appends to, locked while that process lives.
package final class LineLog: Sendable {
    private let path: String
    private let file: FileDescriptor
    /// Where half a line begins that could not be taken back.
    private let torn = Mutex<Int?>(nil)
    /// When it was last written, in seconds since 1970.
    package let time: Int

    /// Makes the file, or takes over one that nobody holds.
    ///
    /// - Returns: nil where it cannot be written or another process holds it.
    package init?(_ path: String) {
        do throws(SystemError) {
            let file = try StateFile.open(path, for: .appending(permissions: 0o600))
            try file.lock(waits: false)
            time = try file.status.modificationTime
            self.path = path
            self.file = consume file
        } catch {
            return nil
        }
    }

    /// Puts a line on the disk before it returns.
    ///
    /// - Returns: whether it is there; a full disk loses the line and nothing else, and so does Ctrl-C while a
    ///   long line is written.
    package func append(_ line: String) -> Bool {
        do throws(SystemError) {
            if let place = torn.withLock({ $0 }) { try file.truncate(to: place) }
            torn.withLock { $0 = nil }
            let end = try file.seekToEnd()
            do throws(SystemError) {
                try write(Array((line + "\n").utf8))
            } catch {
                // Half a line would spoil the next.
                torn.withLock { $0 = end }
                try file.truncate(to: end)
                torn.withLock { $0 = nil }
                return false
            }
            try file.synchronize()
            return true
        } catch {
            return false
        }
    }

    /// Waits for the disk after each piece of a long line, for all of it would take too long to hear Ctrl-C.
    private func write(_ bytes: [UInt8]) throws(SystemError) {
        for start in stride(from: 0, to: bytes.count, by: Self.writtenAtOnce) {
            let end = min(bytes.count, start + Self.writtenAtOnce)
            if start > 0, Abandonment.isRequested { throw .interruption }
            try file.write(start == 0 && end == bytes.count ? bytes : Array(bytes[start..<end]))
            if end < bytes.count { try file.synchronize() }
        }
    }

    private static let writtenAtOnce = 4 << 20

    /// How many whole lines it has; nil where counting them is given up.
    package var count: Int? {
        guard let storage = try? ByteStorage(mapping: path) else { return 0 }
        var count = 0
        for start in stride(from: 0, to: storage.count, by: Self.readAtOnce) {
            if Abandonment.isRequested { return nil }
            let piece = storage.bytes(in: start..<min(storage.count, start + Self.readAtOnce))
            count += piece.count { $0 == UInt8(ascii: "\n") }
        }
        return storage.isChanged ? 0 : count
    }

    private static let readAtOnce = 4 << 20

    /// The whole lines; one without its newline was being written.
    package var lines: [String] {
        guard let storage = try? ByteStorage(mapping: path), storage.count > 0 else { return [] }
        let text = storage.text()
        guard !storage.isChanged else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
    }

    package func remove() { try? FileSystem.remove(path) }

    /// A name that no other log of a folder has.
    package static func freshName() -> String {
        "\(Clock.now)-\(CurrentProcess.id)-\(UInt32.random(in: 0...UInt32.max))"
    }
}
