package import Plotting
package import Session
package import TerminalText

/// The style of each role of typed text, for the colours that a terminal has.
package struct RoleColours: Sendable {
    let depth: TerminalStyle.ColourDepth
    let background: Background

    package init(depth: TerminalStyle.ColourDepth, background: Background) {
        (self.depth, self.background) = (depth, background)
    }

    package func style(of role: TextRole) -> TextStyle {
        switch depth {
        case .none: TextStyle.plain
        case .palette8, .palette16: TextStyle(Self.basic(role, background))
        case .palette256: Self.index(role, background).map { TextStyle([38, 5, $0]) } ?? .plain
        case .trueColour: Self.index(role, background).map(Self.exact) ?? .plain
        }
    }

    /// How the pair of brackets at the cursor looks.
    var pair: TextStyle { depth == .none ? .underlined : TextStyle([1, 4]) }

    /// The first eight colours, which bold makes bright. Few of them can be read on light backgrounds, and
    /// none on all: where the background is not known, what has a colour is bold or underlined too.
    package static func basic(_ role: TextRole, _ background: Background) -> [UInt8] {
        let isLight = background == .light
        let isDark = background == .dark
        return switch role {
        case .command, .function: [1]
        case .partial, .value: []
        case .unknown: isLight ? [31] : isDark ? [1, 31] : [4, 31]
        case .keyword: isLight ? [35] : [1, 35]
        case .option, .variable: isLight ? [34] : isDark ? [36] : []
        case .number: isDark ? [32] : []
        case .string: isDark ? [1, 33] : []
        case .comment: [2]
        case .unclosed: isLight ? [4, 35] : [1, 4, 35]
        }
    }

    /// A colour of the 256; nil for the terminal's own.
    package static func index(_ role: TextRole, _ background: Background) -> UInt8? {
        let colours: (dark: UInt8, light: UInt8, unknown: UInt8)? =
            switch role {
            case .command, .function: (75, 25, 63)
            case .partial, .value: nil
            case .unknown: (203, 160, 131)
            case .keyword: (176, 90, 163)
            case .option, .variable: (80, 23, 29)
            case .number: (114, 22, 98)
            case .string: (180, 94, 29)
            case .comment: (245, 242, 243)
            case .unclosed: (220, 127, 163)
            }
        return colours.map {
            switch background {
            case .dark: $0.dark
            case .light: $0.light
            case .unknown: $0.unknown
            }
        }
    }

    /// A colour of the cube or the grey ramp by its parts, so that a terminal's own palette cannot change it.
    private static func exact(_ index: UInt8) -> TextStyle {
        let (red, green, blue) = parts(of: index)
        return TextStyle([38, 2, red, green, blue])
    }

    package static func parts(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        let place = Int(index) - 16
        return (levels[place / 36 % 6], levels[place / 6 % 6], levels[place % 6])
    }
}
