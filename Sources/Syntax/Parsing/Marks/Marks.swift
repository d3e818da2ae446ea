/// The parts and brackets of a text in their order, as far as the parser could read it.
package struct Marks: Sendable {
    package private(set) var parts: [Mark] = []
    package private(set) var pairs: [BracketPair] = []

    /// Adds a part. What stood from its beginning on was read before the parser backed up.
    mutating func add(_ kind: Mark.Kind, _ range: SourceRange) {
        while let last = parts.last, last.range.lower >= range.lower { parts.removeLast() }
        if range.upper > range.lower { parts.append(Mark(kind: kind, range: range)) }
    }

    /// Forgets what was read from a place on.
    mutating func back(to place: Int) {
        while let last = parts.last, last.range.lower >= place { parts.removeLast() }
        while let last = pairs.last, last.open.lower >= place { pairs.removeLast() }
    }

    mutating func open(_ place: Int) {
        while let last = pairs.last, last.open.lower >= place { pairs.removeLast() }
        pairs.append(BracketPair(open: SourceRange(place, place + 1), close: nil))
    }

    mutating func close(_ open: Int, at place: Int) {
        guard let index = pairs.lastIndex(where: { $0.open.lower == open }) else { return }
        pairs[index].close = SourceRange(place, place + 1)
    }

    /// Takes a byte that is skipped after a mistake: a bracket still opens or closes a pair.
    mutating func skip(_ byte: UInt8, at place: Int, in source: Source) {
        guard let opener = Self.openers[byte] else {
            if Self.openers.values.contains(byte) { open(place) }
            return
        }
        let index = pairs.lastIndex { $0.close == nil && source.bytes[$0.open.lower] == opener }
        if let index { pairs[index].close = SourceRange(place, place + 1) }
    }

    private static let openers: [UInt8: UInt8] = [
        UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
        UInt8(ascii: "}"): UInt8(ascii: "{"),
    ]
}
