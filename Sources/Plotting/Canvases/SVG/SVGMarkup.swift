import TerminalText

/// The elements that drawings consist of. A class says what an element is, and `SVGStylesheet` its
/// colours; only colours that are data, such as pixels, stand in the elements.
enum SVGMarkup {
    /// Where a text stands relative to its place.
    enum Anchor: String { case start, middle, end }

    static func path(_ data: String, class name: String) -> String {
        "<path class=\"\(name)\" d=\"\(data)\"/>"
    }

    static func rect(
        x: Double, y: Double, width: Double, height: Double, class name: String = "",
        fill: Colour? = nil
    ) -> String {
        "<rect\(attribute("class", name)) x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\"\(attribute("fill", fill?.hex ?? ""))/>"
    }

    static func text(
        _ text: String, x: Double, y: Double, size: Int = 12, anchor: Anchor,
        class name: String = ""
    ) -> String {
        "<text\(attribute("class", name)) x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(size)\" text-anchor=\"\(anchor.rawValue)\">\(escaped(text))</text>"
    }

    /// A sign of a series: a circle, a triangle or a square.
    static func marker(series: Int, x: Double, y: Double) -> String {
        let name = "marker \(seriesClass(series))"
        return switch ((series % 3) + 3) % 3 {
        case 0:
            "<circle class=\"\(name)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"4\"/>"
        case 1: path("M\(number(x)) \(number(y - 5))l5 9h-10z", class: name)
        default: rect(x: x - 3.6, y: y - 3.6, width: 7.2, height: 7.2, class: name)
        }
    }

    /// The class that gives an element the colour of a series.
    static func seriesClass(_ index: Int) -> String { "series-\(((index % 10) + 10) % 10)" }

    /// A coordinate with two decimals.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let rounded = (value * 100).rounded() / 100
        return Int(exactly: rounded).map { String($0) } ?? String(rounded)
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in TerminalText.clean(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }

    private static func attribute(_ name: String, _ value: String) -> String {
        value.isEmpty ? "" : " \(name)=\"\(value)\""
    }
}
