/// Pastes: marked by the terminal, or known by how fast they come.
extension KeyDecoder {
    static let beginMark = Array("\u{1B}[200~".utf8)
    static let endMark = Array("\u{1B}[201~".utf8)

    private static let pasteWait = 2000
    private static let interruptedWait = 200
    private static let burstWait = 40
    private static let pasteLimit = 64 << 20

    /// What stands up to the mark that ends a paste. A paste whose mark does not come ends at a long
    /// pause; one that is interrupted, or larger than the limit, is swallowed.
    mutating func takePaste(from searched: Int, _ isInterrupted: Bool)
        throws(InputUnit.Incomplete) -> InputEvent?
    {
        let isLost = isInterrupted || bytes.count - place > Self.pasteLimit
        if let end = Self.find(Self.endMark, in: bytes, from: searched) {
            return endPaste(isLost, at: end, next: end + Self.endMark.count)
        }
        if isFinal { return endPaste(isLost, at: bytes.count, next: bytes.count) }
        var searched = max(place, bytes.count - Self.endMark.count + 1)
        if isLost {
            bytes.removeFirst(searched)
            (place, searched) = (0, 0)
        }
        mode = .paste(searched: searched, isInterrupted: isLost)
        throw InputUnit.Incomplete(milliseconds: isLost ? Self.interruptedWait : Self.pasteWait)
    }

    private mutating func endPaste(_ isLost: Bool, at end: Int, next: Int) -> InputEvent {
        defer {
            place = next
            endMode()
        }
        return isLost ? .interrupt : .paste(Self.text(bytes[place..<end]))
    }

    /// Whether several lines came at once, faster than anyone types.
    var beginsWithLines: Bool {
        let isLines = bytes.indices.dropFirst(place + 1).contains { index in
            let isAfterEnd = bytes[index - 1] == 0x0D || bytes[index - 1] == 0x0A
            return isAfterEnd && bytes[index] >= 0x20 && bytes[index] != 0x7F
        }
        // What a terminal answers may come before a paste that is marked.
        let marks = [Self.beginMark, Array("\u{1B}]".utf8), Array("\u{1B}[?".utf8)]
        return isLines && !marks.contains { bytes[place...].starts(with: $0) }
    }

    /// Lines that came at once, up to a pause or to a paste that is marked.
    mutating func takeBurst() throws(InputUnit.Incomplete) -> InputEvent? {
        guard isFinal || bytes.count >= Self.pasteLimit else {
            throw InputUnit.Incomplete(milliseconds: Self.burstWait)
        }
        let end = Self.find(Self.beginMark, in: bytes, from: place) ?? bytes.count
        defer {
            place = end
            endMode()
        }
        return .paste(Self.text(bytes[place..<end]))
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                return index
            }
            index += 1
        }
        return nil
    }
}
