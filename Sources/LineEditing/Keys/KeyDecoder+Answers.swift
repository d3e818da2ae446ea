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
}
