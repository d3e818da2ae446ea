/// Answers to the question where the terminal's cursor is.
extension KeyDecoder {
    /// Takes such an answer from among the bytes that have come.
    ///
    /// - Returns: the cursor's column, from 0; nil when there is no answer.
    mutating func takeCursorColumn() -> Int? {
        guard let (range, column) = Self.report(in: bytes[place...]) else { return nil }
        bytes.removeSubrange(range)
        return column
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
