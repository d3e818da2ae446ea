package import TerminalText

/// Answers of the terminal's, from `ESC ]` to `BEL` or `ESC \\`: a title, a colour.
extension KeyDecoder {
    /// No answer that is understood is as long.
    private static let answerLimit = 100

    /// Goes to the end of an answer. A person types none: one that has begun is waited for, on slow lines too.
    mutating func takeAnswer() throws(InputUnit.Incomplete) {
        let end = bytes[place...].firstIndex { $0 == 0x07 || $0 == 0x1B } ?? bytes.count
        answer += bytes[place..<end].prefix(Self.answerLimit - min(Self.answerLimit, answer.count))
        place = end
        guard end + 1 < bytes.count || isFinal || bytes[end...].first == 0x07 else {
            let isAnswer = answer.first.map { (0x30...0x39).contains($0) } ?? false
            throw InputUnit.Incomplete(
                milliseconds: isAnswer || expectsAnswer
                    ? InputUnitReader.restWait : InputUnitReader.escapeWait)
        }
        let isTwoBytes = bytes[end...].starts(with: [0x1B, UInt8(ascii: "\\")])
        place = min(end + (isTwoBytes ? 2 : 1), bytes.count)
        if expectsAnswer { answers.append(String(decoding: answer, as: UTF8.self)) }
        endMode()
    }

    /// Takes what the terminal has told of its background; nil where it has not.
    package mutating func takeBackground() -> ScreenColour? {
        let told = answers.compactMap { ScreenColour(answer: $0) }.last
        answers = []
        if told != nil { expectsAnswer = false }
        return told
    }

    /// Takes answers from among the bytes that have come, and leaves the keys.
    mutating func takeAnswers() {
        if mode == .answer { _ = try? takeAnswer() }
        var index = place
        while let begin = bytes[index...].firstIndex(of: 0x1B) {
            index = begin + 1
            let rest = bytes[index...]
            if let (text, end) = Self.background(rest) {
                answers.append(text)
                bytes.removeSubrange(begin..<end)
                index = begin
            } else if let end = Self.kind(rest) {
                awaitsAnswer = false
                bytes.removeSubrange(begin..<end)
                index = begin
            }
        }
    }

    /// `] 11 ; colour` with its end, which is BEL or `ESC \\`; where the next key begins.
    private static func background(_ bytes: ArraySlice<UInt8>) -> (text: String, next: Int)? {
        guard bytes.starts(with: "]11;".utf8),
            let end = bytes.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }),
            bytes[end] == 0x07 || end + 1 < bytes.endIndex
        else { return nil }
        let text = String(decoding: bytes[..<end].dropFirst(), as: UTF8.self)
        return (text, end + (bytes[end] == 0x07 ? 1 : 2))
    }

    /// `[ ? numbers c`; where the next key begins.
    private static func kind(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.starts(with: "[?".utf8),
            let last = bytes.dropFirst(2).firstIndex(where: { !(0x30...0x3B).contains($0) }),
            bytes[last] == UInt8(ascii: "c")
        else { return nil }
        return last + 1
    }
}
