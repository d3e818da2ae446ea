import Platform

/// A text in which some characters are written in another way.
enum EscapedText {
    /// How often a look is taken whether the work is given up, in bytes.
    private static let turn = 65536

    static func make(_ text: String, _ replacement: (_ byte: UInt8, _ next: UInt8?) -> Replacement?)
        -> String
    {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        append(text, to: &result, replacement)
        return String(decoding: result, as: UTF8.self)
    }

    /// What is written in place of some bytes.
    struct Replacement {
        let bytes: [UInt8]
        var count = 1

        init(_ text: String, of count: Int = 1) {
            bytes = Array(text.utf8)
            self.count = count
        }
    }

    /// Adds the text with each byte replaced for which `replacement`, given the next byte too, has something.
    /// What is added of a long text means nothing where the work is given up.
    static func append(
        _ text: String, to result: inout [UInt8],
        _ replacement: (_ byte: UInt8, _ next: UInt8?) -> Replacement?
    ) {
        let bytes = Array(text.utf8)
        var (begin, place, look) = (0, 0, turn)
        while place < bytes.count {
            if place >= look {
                if Abandonment.isRequested { return }
                look = place + turn
            }
            let next = place + 1 < bytes.count ? bytes[place + 1] : nil
            guard let found = replacement(bytes[place], next) else {
                place += 1
                continue
            }
            result += bytes[begin..<place]
            result += found.bytes
            place += found.count
            begin = place
        }
        result += bytes[begin...]
    }
}
