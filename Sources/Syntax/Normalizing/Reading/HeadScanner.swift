/// Reads the head of a chat's message: names, dates and times.
struct HeadScanner {
    private(set) var rest: Substring

    init(_ line: String) { rest = line[...] }

    var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

    mutating func skipSpaces() {
        rest = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    }

    /// Skips a text, and spaces before it.
    mutating func skip(_ text: String) -> Bool {
        skipSpaces()
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func skipOne(of words: [String]) -> Bool { words.contains { skip($0) } }

    /// A number of at most four digits, right here.
    private mutating func number(_ digits: ClosedRange<Int>) -> Bool {
        let word = rest.prefix { ("0"..."9").contains($0) }
        guard digits.contains(word.count) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    /// `3:21 PM`, `오후 3:21`, `15:21:05`.
    mutating func time() -> Bool {
        let start = rest
        _ = skipOne(of: ["오전", "오후", "AM", "PM"])
        skipSpaces()
        guard number(1...2), rest.first == ":", case _ = rest.removeFirst(), number(2...2) else {
            rest = start
            return false
        }
        if rest.first == ":" {
            rest.removeFirst()
            _ = number(2...2)
        }
        let end = rest
        if !skipOne(of: ["AM", "PM", "am", "pm", "a.m.", "p.m."]) { rest = end }
        return true
    }

    /// `2026년 4월 1일 수요일`, `2026. 4. 1.`, `01/04/2026`, `Apr 1, 2026`, `Today at`, `오늘`.
    mutating func date() -> Bool {
        let start = rest
        skipSpaces()
        if skipOne(of: ["Today at", "Yesterday at", "Today", "Yesterday", "오늘", "어제"]) {
            return true
        }
        if rest.prefix(while: \.isLetter).count == 3, rest.dropFirst(3).first == " " {
            rest = rest.dropFirst(4)
            if number(1...2), skip(","), case _ = skipSpaces(), number(4...4) {
                _ = skip("at")
                return true
            }
            rest = start
            return false
        }
        for (index, digits) in [1...4, 1...2, 1...4].enumerated() {
            skipSpaces()
            guard number(digits) else {
                rest = start
                return false
            }
            let isSign = rest.first.map { "./-년월일".contains($0) } ?? false
            guard isSign || index == 2 else {
                rest = start
                return false
            }
            if isSign { rest.removeFirst() }
        }
        skipSpaces()
        for day in ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"] where rest.hasPrefix(day) {
            rest = rest.dropFirst(3)
        }
        return true
    }

    private static let longestName = 40

    /// A name of a person, up to a mark that is skipped too.
    mutating func name(before mark: String) -> Bool {
        // The mark stands behind the name and a few spaces, however long the line is.
        let first = rest.drop { $0.isWhitespace }.prefix(2 * Self.longestName)
        guard let place = first.range(of: mark) else { return false }
        let name = String(first[..<place.lowerBound]).trimmedBoth
        guard (1...Self.longestName).contains(name.count),
            !name.contains(where: { "\"={}[]<>$`#".contains($0) })
        else {
            return false
        }
        rest = rest[place.upperBound...]
        return true
    }
}
