import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads the terminal's bytes as characters, and knows what is pasted: between `ESC[200~` and
/// `ESC[201~` a newline is text and no Enter.
struct PasteDetector {
    private(set) var isInside = false
    private var pending: [UInt8] = []

    /// Ctrl-C came: the line is ended, and what is on it does not count.
    var wasCancelled = false

    /// The key that ends the line wherever the cursor is.
    static let endKey = Unicode.Scalar(0x1E as UInt8)

    /// The next character; nil at the end of the input.
    mutating func next() -> Unicode.Scalar? {
        while true {
            let byte: UInt8
            switch nextByte() {
            case .end: return nil
            case .signal:
                isInside = false
                wasCancelled = true
                return Self.endKey
            case .byte(let value): byte = value
            }
            if byte == 0x1B, let scalar = escape() { return scalar }
            if byte == 0x1B { continue }
            guard let scalar = decode(byte) else { continue }
            if isInside, scalar.value < 0x20, scalar != "\n", scalar != "\r", scalar != "\t" {
                continue
            }
            return scalar
        }
    }

    private enum Event {
        case byte(UInt8)
        case signal
        case end
    }

    private mutating func nextByte() -> Event {
        if !pending.isEmpty { return .byte(pending.removeFirst()) }
        var byte: UInt8 = 0
        while true {
            if SignalFlag.take() { return .signal }
            var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&request, 1, 200) > 0 else { continue }
            let count = unsafe systemRead(0, &byte, 1)
            if count == 1 { return .byte(byte) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            return .end
        }
    }

    /// Whether another byte comes within some milliseconds.
    private func hasMore(_ milliseconds: Int32) -> Bool {
        if !pending.isEmpty { return true }
        var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0
    }

    /// What follows an escape: a paste's mark is taken away, a known key goes on to libedit, and
    /// every other sequence is swallowed. A lone escape is nothing.
    private mutating func escape() -> Unicode.Scalar? {
        guard hasMore(30), case .byte(let second) = nextByte() else { return nil }
        guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else {
            pending.insert(second, at: 0)
            return "\u{1B}"
        }
        var sequence: [UInt8] = []
        while sequence.count < 32, hasMore(30), case .byte(let byte) = nextByte() {
            sequence.append(byte)
            if (0x40...0x7E).contains(byte) { break }
        }
        let text = String(decoding: sequence, as: UTF8.self)
        switch text {
        case "200~":
            isInside = true
            return nil
        case "201~":
            isInside = false
            return nil
        case "1;5C", "1;3C": pending.insert(UInt8(ascii: "f"), at: 0)
        case "1;5D", "1;3D": pending.insert(UInt8(ascii: "b"), at: 0)
        case "A", "B", "C", "D", "H", "F", "1~", "3~", "4~":
            pending.insert(contentsOf: [UInt8(ascii: "[")] + sequence, at: 0)
        default: return nil
        }
        return "\u{1B}"
    }

    /// One character of UTF-8; what is none is dropped.
    private mutating func decode(_ first: UInt8) -> Unicode.Scalar? {
        if first < 0x80 { return Unicode.Scalar(first) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0 else { return nil }
        var bytes = [first]
        while bytes.count < length, case .byte(let byte) = nextByte() {
            guard byte & 0xC0 == 0x80 else {
                pending.insert(byte, at: 0)
                return nil
            }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }

    @unsafe
    private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
    {
        #if canImport(Glibc)
            unsafe Glibc.read(file, buffer, count)
        #else
            unsafe Darwin.read(file, buffer, count)
        #endif
    }
}

/// Set by the program's SIGINT handler, so that a waiting read returns as a key.
package enum SignalFlag {
    private static let flag = Atomic<Bool>(false)

    package static func set() { flag.store(true, ordering: .relaxed) }

    package static func clear() { flag.store(false, ordering: .relaxed) }

    static func take() -> Bool { flag.exchange(false, ordering: .relaxed) }
}
