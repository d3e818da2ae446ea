/// The rules for the characters of one line outside strings and comments: entities, spaces, wide
/// forms, ligatures, quotes and dashes become what the language is written in.
struct LineCleaner {
    private var input: [Unicode.Scalar]
    private var index = 0
    private(set) var output: [Unicode.Scalar] = []
    private(set) var changes: [NormalizerChange: Int] = [:]

    init(_ line: [Unicode.Scalar]) { input = line }

    /// Makes ``output``; false when the line needs no repair, as most do.
    mutating func clean() -> Bool {
        if !input.contains(where: { $0.value >= 0x80 || $0 == "&" || $0 == "`" || $0 == "\\" }),
            !input.contains("^")
        {
            return false
        }
        while index < input.count { step() }
        var numbers = NumberRules(output)
        output = numbers.rewrite()
        if numbers.count > 0 { changes[.numbers, default: 0] += numbers.count }
        return true
    }

    private func scalar(_ offset: Int) -> Unicode.Scalar? {
        input.indices.contains(index + offset) ? input[index + offset] : nil
    }

    private mutating func step() {
        let next = input[index]
        switch next {
        case "\"": copyString(next)
        case "'" where output.last.map(\.isWordScalar) != true: copyString(next)
        case "#" where output.last.map { $0 == " " || $0 == "\t" || $0 == ";" } ?? true:
            output += input[index...]
            index = input.count
        case "&": entity()
        case "`" where scalar(1) == "`" && texQuote() != nil: takeTeXQuote()
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2033}", "\u{AB}", "\u{BB}":
            quote("\"", closers: "\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}\u{AB}\u{BB}\"")
        case "\u{2018}", "\u{201A}", "\u{201B}":
            quote("'", closers: "\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}'")
        case "\u{2019}", "\u{2032}": replace("'", .quotes)
        default: plain(next)
        }
    }

    private mutating func replace(_ text: String, _ change: NormalizerChange) {
        output += text.unicodeScalars
        changes[change, default: 0] += 1
        index += 1
    }

    /// A string of the language keeps what it holds.
    private mutating func copyString(_ quote: Unicode.Scalar) {
        var end = index + 1
        while end < input.count, input[end] != quote {
            end += input[end] == "\\" && quote == "\"" ? 2 : 1
        }
        let last = end < input.count ? end : index
        output += input[index...last]
        index = last + 1
    }

    /// A typographic quote; up to the one that closes it, it is a string and keeps what it holds.
    private mutating func quote(_ plain: String, closers: String) {
        replace(plain, .quotes)
        let closers = Set(closers.unicodeScalars)
        guard let end = input[index...].firstIndex(where: closers.contains) else { return }
        output += input[index..<end]
        index = end
        if input[end].value < 0x80 {
            output.append(input[end])
            index += 1
        } else {
            replace(plain, .quotes)
        }
    }

    /// Where the two apostrophes that close ``` `` ``` begin.
    private func texQuote() -> Int? {
        var end = index + 2
        while end + 1 < input.count {
            if input[end] == "`" { return nil }
            let pair = [input[end], input[end + 1]]
            if pair == ["'", "'"] || pair == ["\u{2019}", "\u{2019}"] { return end }
            end += 1
        }
        return nil
    }

    private mutating func takeTeXQuote() {
        guard let end = texQuote() else { return }
        output += ["\""] + input[(index + 2)..<end] + ["\""]
        index = end + 2
        changes[.quotes, default: 0] += 2
    }

    private mutating func entity() {
        // `&#10;` would be a line of its own.
        if let (scalar, length) = HTMLEntity.read(input[index...]), scalar.value >= 0x20 {
            // What it stands for is read again: it may open a string or be part of an entity.
            index += length - 1
            input[index] = scalar
            changes[.entities, default: 0] += 1
            return
        }
        output.append("&")
        index += 1
    }

    private mutating func plain(_ next: Unicode.Scalar) {
        switch next.value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: space(next)
        case 0xFF01...0xFF5E where next != "\u{FF0D}":
            if let narrow = Unicode.Scalar(next.value - 0xFEE0) {
                // A wide quote or number sign is one of the language's.
                input[index] = narrow
                changes[.wide, default: 0] += 1
            }
        case 0x20A9, 0xFFE6: replace("\\", .wide)
        case 0x2026 where output.last?.isDigit == true && scalar(1)?.isDigit == true:
            replace("..", .dashes)
        case 0x3001: replace(",", .wide)
        case 0x3002: replace(".", .wide)
        case 0xFB00...0xFB06:
            let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
            replace(letters[Int(next.value - 0xFB00)], .letters)
        case 0x2010...0x2015, 0x2212, 0x02D7, 0xFE58, 0xFE63, 0xFF0D, 0x2043: dash(next)
        case 0x21B5, 0x21A9, 0x23CE, 0xAC:
            // A sign for a line that was wrapped.
            if index == input.count - 1 { replace("\\", .joins) } else { keep(next) }
        default: keep(next)
        }
    }

    private mutating func keep(_ next: Unicode.Scalar) {
        output.append(next)
        index += 1
    }

    /// Thin and no-break spaces may separate thousands: `50 000`.
    private mutating func space(_ next: Unicode.Scalar) {
        let isInNumber = Self.thin.contains(next.value) && separatesThousands
        replace(isInNumber ? "" : " ", .spaces)
    }

    /// Groups of three digits behind a name's `=`: elsewhere two numbers may stand beside each other, as
    /// in `print 1 200`.
    private var separatesThousands: Bool {
        let group = input[(index + 1)...].prefix { $0.isDigit }
        let follows = input.dropFirst(index + 4).first
        guard group.count == 3, follows.map({ $0.isWordScalar }) != true else { return false }
        let digits = output.reversed().prefix { $0.isDigit }.count
        let isFirst =
            !(input[..<index].suffix(4).first.map { Self.thin.contains($0.value) } ?? false)
        guard digits > 0, digits <= 3 || !isFirst else { return false }
        return output.reversed().dropFirst(digits).first { $0 != " " } == "="
    }

    private static let thin: Set<UInt32> = [0xA0, 0x2009, 0x202F]

    private mutating func dash(_ next: Unicode.Scalar) {
        let before = output.last
        let after = scalar(1)
        let isLong = next == "\u{2013}" || next == "\u{2014}"
        let startsWord = before.map { $0 == " " } ?? true
        if isLong, startsWord, after.map(\.isASCIILetter) == true {
            replace("--", .dashes)
        } else if isLong, isRange {
            replace("..", .dashes)
        } else {
            replace("-", .dashes)
        }
    }

    /// `for i in 1–10`: a dash between whole numbers after `in` can only be a range.
    private var isRange: Bool {
        guard scalar(1).map(\.isDigit) == true, output.last.map(\.isDigit) == true else {
            return false
        }
        let before = output.reversed().drop { $0.isDigit }
        return before.starts(with: " ni ".unicodeScalars)
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// White space; most text is ASCII, which needs no table.
    var isSpace: Bool {
        value < 0x80 ? value == 0x20 || (0x9...0xD).contains(value) : properties.isWhitespace
    }

    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    /// Whether this can stand inside a name or a number.
    var isWordScalar: Bool {
        isDigit || isASCIILetter || self == "_" || value >= 0x80 && properties.isAlphabetic
    }
}
