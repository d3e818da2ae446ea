import Platform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes keys, characters, pastes and signals of the bytes that a terminal sends.
///
/// What is pasted comes as one event: between `ESC[200~` and `ESC[201~`, or, from a terminal that
/// does not mark it, when several lines arrive at once. Escape sequences that mean nothing here are
/// swallowed whole.
struct TerminalInput {
    enum Event: Equatable {
        case character(Unicode.Scalar)
        case key(Key)
        case paste(String)
        case interrupt
        case resize
        case suspend
        case resume
        case end
    }

    /// A lone escape is a key of its own: vi's way to its command mode.
    var takesEscape = false
    var bytes: [UInt8] = []
    var place = 0
    /// Whether the terminal was silent since the line began; what comes before that was typed ahead.
    private var wasSilent = false

    private static let escapeWait: Int32 = 30

    /// A new line begins: signals that came before it are not for it.
    mutating func beginLine() {
        TerminalSignals.discard()
        wasSilent = place < bytes.count ? false : !Self.isReadable(0)
    }

    /// Whether something has come that was not taken yet.
    var hasPending: Bool { place < bytes.count || Self.isReadable(0) }

    /// What was taken comes again.
    mutating func putBack(_ scalar: Unicode.Scalar) {
        bytes.insert(contentsOf: String(scalar).utf8, at: place)
    }

    /// The next thing that happens.
    mutating func next() -> Event {
        while true {
            if place == bytes.count {
                switch fill(-1) {
                case .bytes: if wasSilent, let burst = takeBurst() { return .paste(burst) }
                case .signal(let event): return event
                case .silence: continue
                case .end: return .end
                }
            }
            if let event = parse() { return event }
        }
    }

    // MARK: - Bytes

    enum Filled {
        case bytes
        case signal(Event)
        case silence
        case end
    }

    /// Waits for more bytes or a signal, at most some milliseconds.
    mutating func fill(_ milliseconds: Int32) -> Filled {
        while true {
            if let event = TerminalSignals.take() { return .signal(event) }
            var requests = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: TerminalSignals.reader, events: Int16(POLLIN), revents: 0),
            ]
            if !wasSilent, !Self.isReadable(0) { wasSilent = true }
            let count = unsafe poll(&requests, 2, milliseconds)
            if count < 0, errno == EINTR { continue }
            guard count != 0 else { return .silence }
            if requests[1].revents != 0 { continue }
            return readChunk()
        }
    }

    mutating func readChunk() -> Filled {
        if place == bytes.count { (bytes, place) = ([], 0) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let size = chunk.count
        let count = unsafe chunk.withUnsafeMutableBytes { buffer in
            unsafe SystemCalls.read(0, buffer.baseAddress, size)
        }
        if count > 0 {
            bytes += chunk[..<count]
            return .bytes
        }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? .silence : .end
    }

    static func isReadable(_ milliseconds: Int32) -> Bool {
        var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0 && request.revents & Int16(POLLIN) != 0
    }

    /// The byte at a distance, waiting a moment for it.
    private mutating func byte(_ offset: Int, wait: Int32 = escapeWait) -> UInt8? {
        while place + offset >= bytes.count {
            guard Self.isReadable(wait), case .bytes = readChunk() else { return nil }
        }
        return bytes[place + offset]
    }

    // MARK: - Characters and keys

    /// What begins here; nil when it means nothing.
    private mutating func parse() -> Event? {
        let first = bytes[place]
        if first < 0x20, first > 0, let event = TerminalSignals.key(first) {
            place += 1
            return event
        }
        switch first {
        case 0x1B: return escape()
        case 0x0D, 0x0A:
            place += 1
            // CR LF is one line end.
            if first == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
            return .key(.enter)
        case 0x09: return single(.tab)
        case 0x04: return single(.endOfFile)
        case 0..<0x80:
            place += 1
            return .character(Unicode.Scalar(first))
        default: return character(first)
        }
    }

    private mutating func single(_ key: Key) -> Event {
        place += 1
        return .key(key)
    }

    /// One character of UTF-8; what is none, or cannot be seen, is dropped.
    private mutating func character(_ first: UInt8) -> Event? {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        var whole = [first]
        while whole.count < length {
            guard let next = byte(whole.count, wait: 100), next & 0xC0 == 0x80 else { break }
            whole.append(next)
        }
        place += whole.count
        guard whole.count == length,
            let scalar = String(validating: whole, as: UTF8.self)?.unicodeScalars.first,
            !Self.isInvisible(scalar)
        else { return nil }
        return .character(scalar)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    private mutating func escape() -> Event? {
        guard let second = byte(1) else {
            place += 1
            return takesEscape ? .character("\u{1B}") : nil
        }
        switch second {
        case UInt8(ascii: "["), UInt8(ascii: "O"): return sequence(second)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            swallowString()
            return nil
        case 0x0D, 0x0A:
            place += 2
            return .key(.newline)
        case 0x1B:
            place += 1
            return nil
        case 0x80...:
            place += 1
            return takesEscape ? .character("\u{1B}") : nil
        default:
            place += 1
            return .character("\u{1B}")
        }
    }

    /// `ESC [ parameters letter`, `ESC O letter`, and the Linux console's `ESC [ [ letter`.
    private mutating func sequence(_ introducer: UInt8) -> Event? {
        var text: [UInt8] = []
        while text.count < 64 {
            guard let next = byte(2 + text.count) else { break }
            text.append(next)
            if text == [UInt8(ascii: "[")] { continue }
            if !(0x20..<0x40).contains(next) { break }
        }
        place = min(place + 2 + text.count, bytes.count)
        guard let last = text.last, (0x40...0x7E).contains(last) else { return nil }
        // A mouse click is three more bytes.
        if text == [UInt8(ascii: "M")] {
            for offset in 0..<3 where byte(offset) == nil { return nil }
            place += 3
            return nil
        }
        let name = String(decoding: text, as: UTF8.self)
        if name == "200~" { return marked() }
        return Key.named(name).map(Event.key)
    }

    /// A title, a colour or another answer of the terminal's, up to its end.
    private mutating func swallowString() {
        place += 2
        while let next = byte(0) {
            place += 1
            if next == 0x07 { return }
            if next == 0x1B {
                if byte(0) == UInt8(ascii: "\\") { place += 1 }
                return
            }
        }
    }

    // MARK: - Questions

    /// Asks the terminal where its cursor is; nil when it does not say.
    ///
    /// - Returns: the column, from 0. What else came meanwhile stays for later.
    mutating func cursorColumn() -> Int? {
        SystemCalls.write("\u{1B}[6n")
        for _ in 0..<64 {
            if let (range, column) = Self.report(in: bytes[place...]) {
                bytes.removeSubrange(range)
                return column
            }
            guard Self.isReadable(250), case .bytes = readChunk() else { return nil }
        }
        return nil
    }

    /// `ESC [ row ; column R`
    private static func report(in bytes: ArraySlice<UInt8>) -> (Range<Int>, Int)? {
        var start = bytes.startIndex
        while let begin = bytes[start...].firstIndex(of: 0x1B) {
            start = begin + 1
            guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "[") else { continue }
            let body = bytes[(start + 1)...].prefix { (0x30...0x3B).contains($0) }
            guard body.endIndex < bytes.endIndex, bytes[body.endIndex] == UInt8(ascii: "R") else {
                continue
            }
            let numbers = body.split(separator: UInt8(ascii: ";")).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
            guard numbers.count == 2, let column = numbers[1] else { continue }
            return (begin..<body.endIndex + 1, column - 1)
        }
        return nil
    }
}
