/// Pastes: marked by the terminal, or known by how fast they come.
extension TerminalInput {
    private static let pasteWait: Int32 = 2000
    private static let burstWait: Int32 = 40
    private static let pasteLimit = 64 << 20
    static let endMark = Array("\u{1B}[201~".utf8)
    static let beginMark = Array("\u{1B}[200~".utf8)

    /// What stands up to the mark that ends a paste. A paste whose mark does not come ends when
    /// nothing more does; one that is interrupted is swallowed.
    mutating func marked() -> Event {
        var wasInterrupted = false
        var searched = place
        while true {
            if let end = Self.find(Self.endMark, in: bytes, from: searched) {
                let text = bytes[place..<end]
                defer { place = end + Self.endMark.count }
                return wasInterrupted ? .interrupt : .paste(Self.text(text))
            }
            searched = max(place, bytes.count - Self.endMark.count + 1)
            if bytes.count - place > Self.pasteLimit { wasInterrupted = true }
            if wasInterrupted, searched > place { place = searched }
            switch fill(wasInterrupted ? 200 : Self.pasteWait) {
            case .bytes: continue
            case .signal(.interrupt): wasInterrupted = true
            case .signal: continue
            case .silence, .end:
                defer { place = bytes.count }
                return wasInterrupted ? .interrupt : .paste(Self.text(bytes[place...]))
            }
        }
    }

    /// Several lines that came at once, faster than anyone types; nil when that is not what came.
    mutating func takeBurst() -> String? {
        let isLines = bytes.indices.dropFirst(place + 1).contains { index in
            let isAfterEnd = bytes[index - 1] == 0x0D || bytes[index - 1] == 0x0A
            return isAfterEnd && bytes[index] >= 0x20 && bytes[index] != 0x7F
        }
        guard isLines, Self.find(Self.beginMark, in: bytes, from: place) != place else {
            return nil
        }
        while bytes.count < Self.pasteLimit, Self.isReadable(Self.burstWait),
            case .bytes = readChunk()
        {}
        let end = Self.find(Self.beginMark, in: bytes, from: place) ?? bytes.count
        defer { place = end }
        return Self.text(bytes[place..<end])
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

    mutating func putBack(paste text: String) {
        bytes.insert(contentsOf: Self.beginMark + text.utf8 + Self.endMark, at: place)
    }
}
