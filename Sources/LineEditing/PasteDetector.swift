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

    /// Ctrl-C as a key, which the reader is told of by a signal.
    static let cancelKey = Unicode.Scalar(0x1D as UInt8)

    /// The next character; nil at the end of the input.
    mutating func next() -> Unicode.Scalar? {
        while true {
            guard let byte = nextByte() else { return nil }
            if SignalFlag.take() || byte == nil {
                isInside = false
                return Self.cancelKey
            }
            guard let byte else { return Self.cancelKey }
            if byte == 0x1B, let scalar = escape() { return scalar }
            if byte == 0x1B { continue }
            guard let scalar = decode(byte) else { continue }
            if isInside, scalar.value < 0x20, scalar != "\n", scalar != "\r", scalar != "\t" { continue }
            return scalar
        }
    }

    /// A byte; `.some(nil)` when a signal came; nil at the end.
    private mutating func nextByte() -> UInt8?? {
        if !pending.isEmpty { return .some(pending.removeFirst()) }
        var byte: UInt8 = 0
        while true {
            let count = unsafe systemRead(0, &byte, 1)
            if count == 1 { return .some(byte) }
            if count < 0, errno == EINTR {
                if SignalFlag.take() { return .some(nil) }
                continue
            }
            return nil
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
        guard hasMore(30), case .some(.some(let second)) = nextByte() else { return nil }
        guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else {
            pending.insert(second, at: 0)
            return "\u{1B}"
        }
        var sequence: [UInt8] = []
        while sequence.count < 32, hasMore(30), case .some(.some(let byte)) = nextByte() {
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
        while bytes.count < length, case .some(.some(let byte)) = nextByte() {
            guard byte & 0xC0 == 0x80 else {
                pending.insert(byte, at: 0)
                return nil
            }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }

    @unsafe
    private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
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
