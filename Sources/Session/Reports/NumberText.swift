import Platform

/// Numbers as people read them.
package enum NumberText {
    /// Up to ten significant digits, without trailing zeros: `0.387`, `1e-05` as `1e-5`.
    package static func general(_ value: Double) -> String { significant(value, 10) }

    /// At most `digits` significant digits, without trailing zeros.
    package static func significant(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return notFinite(value) }
        return shortExponent(DecimalText.text(value, .general, digits: digits))
    }

    /// A loss: five significant digits, trailing zeros kept so that columns line up: `2.3026`.
    package static func loss(_ value: Double) -> String {
        guard value.isFinite else { return notFinite(value) }
        let size = abs(value)
        if size != 0, size < 1e-3 || size >= 1e6 {
            return shortExponent(DecimalText.text(value, .exponent, digits: 3))
        }
        let decimals = size < 10 ? 4 : size < 100 ? 3 : size < 1000 ? 2 : 1
        return fixed(value, decimals)
    }

    /// A share of one, such as an accuracy: `0.389`, and `0.3894` with four decimals.
    package static func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return notFinite(value) }
        return DecimalText.text(value, .fixed, digits: decimals)
    }

    /// A count with narrow groups of three: `49 000`.
    package static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        guard digits.count > 4 else { return String(value) }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(" ") }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }

    /// A rate in a few characters: `1.4 M`, `820 k`, `95`.
    package static func rate(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        if value >= 1e6 { return fixed(value / 1e6, value >= 1e7 ? 0 : 1) + " M" }
        if value >= 1e4 { return fixed(value / 1e3, 0) + " k" }
        return fixed(value, 0)
    }

    /// A time in seconds: `0.05 s`, `12.3 s`, `2 min 05 s`.
    package static func seconds(_ value: Double) -> String {
        guard value.isFinite, value < 1e9 else { return "–" }
        if value < 9.995 { return fixed(value, 2) + " s" }
        if value < 99.95 { return fixed(value, 1) + " s" }
        let whole = Int(clamping: value.rounded())
        let tail = whole % 60 < 10 ? "0\(whole % 60)" : "\(whole % 60)"
        return "\(whole / 60) min \(tail) s"
    }

    private static func notFinite(_ value: Double) -> String {
        value.isNaN ? "NaN" : value < 0 ? "-∞" : "∞"
    }

    /// C writes `1e-05`; people write `1e-5`.
    private static func shortExponent(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "e"), let power = Int(text[text.index(after: mark)...])
        else { return text }
        return text[..<mark] + "e\(power)"
    }
}
