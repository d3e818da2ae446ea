package import Syntax

extension Highlighter {
    /// Closing brackets that close nothing, for the parser and by counting: the parser leaves brackets unread behind
    /// some mistakes.
    package var strayClosings: [SourceRange] {
        let closed = Set(pairs.compactMap { $0.close?.lower })
        var (open, strays): ([UInt8], [SourceRange]) = ([], [])
        let textEnds = textEnds
        var place = 0
        while place < source.bytes.count {
            let byte = source.bytes[place]
            if let end = textEnds[place] {
                place = end
                continue
            }
            if Self.openers.values.contains(byte) { open.append(byte) }
            if let opener = Self.openers[byte] {
                if open.last == opener {
                    open.removeLast()
                } else if !closed.contains(place) {
                    strays.append(SourceRange(place, place + 1))
                }
            }
            place += 1
        }
        return strays
    }

    private static let openers: [UInt8: UInt8] = [
        UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
        UInt8(ascii: "}"): UInt8(ascii: "{"),
    ]
}
