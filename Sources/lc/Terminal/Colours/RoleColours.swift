import Plotting
import Session
import TerminalText

/// The style of each role of typed text, for the colours that a terminal has.
struct RoleColours: Sendable {
    let depth: TerminalStyle.ColourDepth
    let background: Background

    func style(of role: TextRole) -> TextStyle {
        switch depth {
        case .none: TextStyle.plain
        case .palette8, .palette16: TextStyle(Self.basic(role, background))
        case .palette256: Self.index(role, background).map { TextStyle([38, 5, $0]) } ?? .plain
        case .trueColour: Self.index(role, background).map(Self.exact) ?? .plain
        }
    }

    /// How the pair of brackets at the cursor looks.
    var pair: TextStyle { depth == .none ? .underlined : TextStyle([1, 4]) }

    /// The first eight colours, and bold.
    private static func basic(_ role: TextRole, _ background: Background) -> [UInt8] {
        let isLight = background == .light
        return switch role {
        case .command, .function: [1]
        case .partial, .value: []
        case .unknown: [31]
        case .keyword: [35]
        case .option, .variable: [isLight ? 34 : 36]
        case .number: [32]
        case .string: [isLight ? 31 : 33]
        case .comment: [2]
        case .unclosed: [1, 35]
        }
    }

    /// A colour of the 256; nil for the terminal's own.
    static func index(_ role: TextRole, _ background: Background) -> UInt8? {
        let colours: (dark: UInt8, light: UInt8, unknown: UInt8)? =
            switch role {
            case .command, .function: (75, 25, 33)
            case .partial, .value: nil
            case .unknown: (203, 160, 160)
            case .keyword: (176, 90, 133)
            case .option, .variable: (80, 23, 30)
            case .number: (114, 22, 64)
            case .string: (180, 94, 136)
            case .comment: (245, 242, 244)
            case .unclosed: (220, 130, 130)
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

    static func parts(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        let place = Int(index) - 16
        return (levels[place / 36 % 6], levels[place / 6 % 6], levels[place % 6])
    }
}
