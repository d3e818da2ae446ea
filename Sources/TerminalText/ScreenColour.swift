import Platform

/// A colour of a screen, its parts from 0 to 1.
package struct ScreenColour: Equatable, Sendable {
    package let red: Double
    package let green: Double
    package let blue: Double

    package init(red: Double, green: Double, blue: Double) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// What a terminal answers to the question for its background: `11;rgb:1e1e/1e1e/2e2e`, with one to four
    /// digits a part; nil for anything else.
    package init?(answer: String) {
        guard answer.hasPrefix("11;rgb") else { return nil }
        let parts = answer.drop { $0 != ":" }.dropFirst().split(
            separator: "/", omittingEmptySubsequences: false
        ).map { part in
            (1...4).contains(part.count)
                ? Int(part, radix: 16).map { Double($0) / Double(1 << (4 * part.count) - 1) } : nil
        }
        guard parts.count >= 3, let red = parts[0], let green = parts[1], let blue = parts[2] else {
            return nil
        }
        self.init(red: red, green: green, blue: blue)
    }

    /// The relative luminance, as the Web Content Accessibility Guidelines have it: 0 of black, 1 of white.
    package var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// How well text of one colour stands out from another, by the same guidelines: from 1 to 21.
    package func contrast(with other: ScreenColour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func linear(_ part: Double) -> Double {
        part <= 0.03928 ? part / 12.92 : Mathematics.pow((part + 0.055) / 1.055, 2.4)
    }
}
