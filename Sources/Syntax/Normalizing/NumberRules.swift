/// Powers of ten as papers print them: `1×10⁻³`, `1 x 10^-3`, `2·10^{−3}` become `1e-3`.
///
/// `10^-3` by itself is an expression of the language and is left to ``Normalizer``, which knows
/// whether one may stand there.
struct NumberRules {
    private let input: [Unicode.Scalar]
    private var index = 0
    private(set) var count = 0
    /// Rewrites `10^-3` and `2*10^-3` too.
    private let allPowers: Bool

    init(_ line: [Unicode.Scalar], allPowers: Bool = false) {
        input = line
        self.allPowers = allPowers
    }

    mutating func rewrite() -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        var quote: Unicode.Scalar?
        while index < input.count {
            let next = input[index]
            if quote == next {
                quote = nil
            } else if quote == nil, next == "\"" || next == "'" {
                quote = input[(index + 1)...].contains(next) ? next : nil
            } else if quote == nil, next == "#", output.last.map({ $0 == " " }) ?? true {
                return output + input[index...]
            }
            let startsWord = output.last.map { !$0.isWordScalar && $0 != "." } ?? true
            if quote == nil, startsWord, next.isDigit || next == ".", let power = power() {
                output += power
                count += 1
            } else if quote == nil, let power = superscript(output.last) {
                output += power
                count += 1
            } else {
                output.append(next)
                index += 1
            }
        }
        return output
    }

    private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
    private static let subscripts = Array("₀₁₂₃₄₅₆₇₈₉".unicodeScalars)

    private func scalar(_ place: Int) -> Unicode.Scalar? {
        place < input.count ? input[place] : nil
    }

    /// `m × 10ⁿ` or `10ⁿ` here, as `me n`; nil when none begins here.
    private mutating func power() -> [Unicode.Scalar]? {
        var place = index
        while let next = scalar(place), next.isDigit || next == "." || next == "_" { place += 1 }
        var mantissa = Array(input[index..<place])
        var isTypeset = false
        if let end = multiplication(place, &isTypeset), scalar(end) == "1", scalar(end + 1) == "0" {
            place = end + 2
        } else if mantissa == ["1", "0"] {
            mantissa = ["1"]
        } else {
            return nil
        }
        guard let (digits, end, isRaised) = exponent(place), isTypeset || isRaised || allPowers,
            scalar(end).map(\.isWordScalar) != true, digits.count <= 5
        else { return nil }
        index = end
        return mantissa + ["e"] + digits
    }

    /// Where the factor after a `×`, `·`, `x`, `*` or `\times` begins.
    private func multiplication(_ place: Int, _ isTypeset: inout Bool) -> Int? {
        var place = place
        var spaces = 0
        while scalar(place) == " " { (place, spaces) = (place + 1, spaces + 1) }
        let rest = input[min(place, input.count)...]
        if let word = ["\\times", "\\cdot"].first(where: { rest.starts(with: $0.unicodeScalars) }) {
            place += word.unicodeScalars.count
            isTypeset = true
        } else if let sign = scalar(place), "×·⋅∙xX*".unicodeScalars.contains(sign) {
            // `x` and `*` are letters and operators of the language; `1 x 10^-3` is neither.
            isTypeset = sign != "*" && (sign.value >= 0x80 || spaces > 0)
            place += 1
        } else {
            return nil
        }
        while scalar(place) == " " { place += 1 }
        return place
    }

    /// `⁻³`, `^-3`, `^{-3}` or `^(-3)` here: its sign and digits, and whether it was raised.
    private func exponent(_ start: Int) -> ([Unicode.Scalar], Int, Bool)? {
        var place = start
        var digits: [Unicode.Scalar] = []
        guard scalar(place) == "^" else {
            if scalar(place) == "⁻" { (digits, place) = (["-"], place + 1) }
            if scalar(place) == "⁺" { place += 1 }
            let first = place
            while let digit = scalar(place).flatMap(Self.superscripts.firstIndex) {
                digits += String(digit).unicodeScalars
                place += 1
            }
            return place > first ? (digits, place, true) : nil
        }
        place += 1
        let closer: Unicode.Scalar? = scalar(place) == "{" ? "}" : scalar(place) == "(" ? ")" : nil
        if closer != nil { place += 1 }
        if scalar(place) == "-" { (digits, place) = (["-"], place + 1) }
        let first = place
        while let next = scalar(place), next.isDigit {
            digits.append(next)
            place += 1
        }
        guard place > first else { return nil }
        guard let closer else { return (digits, place, false) }
        // Braces are TeX; parentheses are the language's own.
        return scalar(place) == closer ? (digits, place + 1, closer == "}") : nil
    }

    /// `x²` is `x^2`, `w₁` is `w1`.
    private mutating func superscript(_ before: Unicode.Scalar?) -> [Unicode.Scalar]? {
        guard let before, before.isWordScalar || before == ")" || before == "]" else { return nil }
        if let (digits, end, isRaised) = exponent(index), isRaised, scalar(index) != "^" {
            index = end
            return ["^"] + digits
        }
        guard let digit = scalar(index).flatMap(Self.subscripts.firstIndex) else { return nil }
        index += 1
        return Array(String(digit).unicodeScalars)
    }
}
