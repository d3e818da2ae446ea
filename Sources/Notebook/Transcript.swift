/// Compares the outputs that notes have recorded with the outputs of a new run.
package enum Transcript {
    /// A line that differs: what was expected, and what came instead; nil where a line is missing.
    package struct Difference: Sendable, Equatable {
        package let expected: String?
        package let found: String?
    }

    /// Numbers may differ by `tolerance`, relative to the larger one; times and rates and the amount
    /// of white space may be anything; of pictures only the number counts.
    package static func differences(
        _ expected: [RecordedOutput], _ found: [RecordedOutput], tolerance: Double
    ) -> [Difference] {
        let old = lines(expected)
        let new = lines(found)
        let changes = new.difference(from: old) { isSame($0, $1, tolerance) }
        var gone = changes.removals.map(offset)[...]
        var come = changes.insertions.map(offset)[...]
        var result: [Difference] = []
        var place = (old: 0, new: 0)
        while place.old < old.count || place.new < new.count {
            let isGone = gone.first == place.old
            let isNew = come.first == place.new
            if isGone || isNew {
                result.append(
                    Difference(
                        expected: isGone ? old[place.old] : nil,
                        found: isNew ? new[place.new] : nil))
                if isGone { gone.removeFirst() }
                if isNew { come.removeFirst() }
            }
            place.old += isGone || !isNew ? 1 : 0
            place.new += isNew || !isGone ? 1 : 0
        }
        return result
    }

    private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    private static func lines(_ outputs: [RecordedOutput]) -> [String] {
        outputs.flatMap { $0.kind == .plot ? ["[plot]"] : $0.lines }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func isSame(_ a: String, _ b: String, _ tolerance: Double) -> Bool {
        let a = tokens(a)
        let b = tokens(b)
        return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1, tolerance) }
    }

    static func isSame(_ a: Token, _ b: Token, _ tolerance: Double) -> Bool {
        switch (a, b) {
        case (.number(let x), .number(let y)):
            x == y || abs(x - y) <= tolerance * max(abs(x), abs(y))
        default: a == b
        }
    }

    // MARK: - Words and numbers

    enum Token: Equatable {
        case number(Double)
        case word(String)
        /// A time or a rate; any two are equal.
        case time
    }

    static func tokens(_ line: String) -> [Token] {
        var tokens: [Token] = []
        for word in line.split(whereSeparator: \.isWhitespace) { tokens += split(word) }
        return withoutTimes(tokens)
    }

    /// A word cut into numbers and other text: `3/10` is three tokens, `L1` is one.
    private static func split(_ word: Substring) -> [Token] {
        var tokens: [Token] = []
        var text = ""
        var rest = word
        while let first = rest.first {
            let number = text.last.map { $0.isLetter || $0 == "_" } ?? false ? nil : number(rest)
            if let (value, length) = number {
                if !text.isEmpty { tokens.append(.word(text)) }
                text = ""
                tokens.append(.number(value))
                rest = rest.dropFirst(length)
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        return text.isEmpty ? tokens : tokens + [.word(text)]
    }

    private static func number(_ text: Substring) -> (value: Double, length: Int)? {
        var length = 0
        var best: (Double, Int)?
        for character in text.prefix(30) {
            guard character.isASCII, character.isNumber || "+-.eE".contains(character) else {
                break
            }
            length += 1
            let piece = text.prefix(length)
            if piece.last?.isNumber == true, piece.first != "+", let value = Double(piece) {
                best = (value, length)
            }
        }
        return best
    }

    /// `0.05 s`, `2 min 05 s`, `1.4 M ex/s` and `820 examples/s` are times.
    private static func withoutTimes(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        for token in tokens {
            result.append(token)
            guard case .word(let word) = token else { continue }
            let isRate = word.hasSuffix("/s")
            guard isRate || word == "s" || word == "min" else { continue }
            if isRate, [.word("M"), .word("k")].contains(result.dropLast().last) {
                result.remove(at: result.count - 2)
            }
            guard case .number = result.dropLast().last else { continue }
            result.removeLast(2)
            if result.last != .time { result.append(.time) }
        }
        return result
    }
}
