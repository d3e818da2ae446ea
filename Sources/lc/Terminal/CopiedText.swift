import LineEditing
import Platform
import Session

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Text from a pipe or a file in whatever encoding it was saved.
struct CopiedText {
    let name: String
    let text: String
    /// The first line with bytes that are no text in any encoding; � stands for them.
    let brokenLine: Int?

    private static let sizeLimit = 64 << 20

    /// Reads a file, or standard input when there is no path.
    static func read(_ path: String?) throws(Failure) -> CopiedText {
        let name = path ?? "standard input"
        let file = path.map { unsafe open($0, O_RDONLY | O_CLOEXEC) } ?? 0
        guard file >= 0 else {
            let reason = unsafe String(cString: strerror(errno))
            throw Failure("\(name) cannot be read: \(reason)", hint: "check the path")
        }
        defer { if path != nil { close(file) } }
        let bytes = try contents(file, name)
        if let text = decode(bytes) {
            return CopiedText(name: name, text: text, brokenLine: nil)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let before = text.prefix { $0 != "\u{FFFD}" }
        return CopiedText(
            name: name, text: text, brokenLine: before.count(where: \.isNewline) + 1)
    }

    private static func contents(_ file: Int32, _ name: String) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let size = chunk.count
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe SystemCalls.read(file, buffer.baseAddress, size)
            }
            if count < 0, errno == EINTR, !Interrupt.isRequested { continue }
            guard count >= 0 else {
                let reason = unsafe String(cString: strerror(errno))
                throw Failure("\(name) cannot be read: \(reason)")
            }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= sizeLimit else {
                throw Failure("\(name) is larger than a script can be (64 MB)")
            }
        }
    }

    /// UTF-8; UTF-16 where a byte order mark says so; else Korean Windows' CP949. Nil when it is none.
    static func decode(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes.dropFirst(2), littleEndian: true)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes.dropFirst(2), littleEndian: false)
        }
        return String(validating: bytes, as: UTF8.self) ?? converted(bytes, from: "CP949")
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return littleEndian ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
        }
        return String(validating: units, as: UTF16.self)
    }

    private static func converted(_ bytes: [UInt8], from encoding: String) -> String? {
        guard let converter = unsafe iconv_open("UTF-8", encoding),
            Int(bitPattern: converter) != -1
        else { return nil }
        defer { unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 3)
        var (inputLeft, outputLeft) = (input.count, output.count)
        let count = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                // Both ends and counts belong to the arrays; iconv goes no further.
                var (from, to) = (source.baseAddress, target.baseAddress)
                return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        // iconv's failure is the largest number of its type, which arrives as -1.
        guard count != -1, inputLeft == 0 else { return nil }
        let written = output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
        return String(validating: written, as: UTF8.self)
    }
}
