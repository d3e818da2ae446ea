package import Files
import Platform

/// What can be seen of a file or a folder at a glance, by which formats recognize their own.
package struct DataProbe: Sendable {
    package let path: String
    package let isFolder: Bool
    /// The first bytes of a file, unpacked where it is gzipped; empty for a folder.
    package let beginning: [UInt8]
    /// The first lines, where the beginning is text: at most 20, none of them empty.
    let lines: [Substring]

    private static let length = 1 << 16
    private static let mostLines = 20

    /// - Throws: where there is nothing that can be read.
    package init(_ path: String) throws(FileError) {
        self.path = path
        let bytes: ByteStorage?
        do throws(SystemError) {
            isFolder = try FileStatus(of: path).kind == .folder
            bytes = isFolder ? nil : try ByteStorage(mapping: path)
        } catch {
            throw FileError(path, error)
        }
        beginning =
            if let bytes {
                try bytes.reading { Self.beginning(bytes, path) }
            } else { [] }
        lines = Self.lines(of: beginning)
        guard isFolder || !beginning.isEmpty else { throw FileError("\(path) is empty") }
    }

    private static func beginning(_ bytes: ByteStorage, _ path: String) -> [UInt8] {
        Gzip.isGzip(bytes)
            ? Gzip.beginning(of: bytes, path: path, count: length)
            : bytes.bytes(in: 0..<min(bytes.count, length))
    }

    /// Text in any encoding keeps its digits and signs; the last line may be cut off.
    private static func lines(of bytes: [UInt8]) -> [Substring] {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard isUTF16 || !bytes.contains(0) else { return [] }
        // Of UTF-16 the digits and signs are left, which is enough to see what it is.
        let text = String(decoding: isUTF16 ? bytes.filter { $0 != 0 } : bytes, as: UTF8.self)
        var lines = text.split(whereSeparator: \.isNewline).filter {
            !$0.allSatisfy(\.isWhitespace)
        }
        if bytes.count >= length { lines = lines.dropLast() }
        return Array(lines.prefix(mostLines))
    }

    /// Whether a path leads to a folder.
    static func isFolder(_ path: String) -> Bool { (try? FileStatus(of: path))?.kind == .folder }

    /// Whether the first bytes are these.
    func begins(with bytes: [UInt8]) -> Bool { beginning.starts(with: bytes) }
}
