import TerminalText

/// What a terminal can show.
package struct TerminalStyle: Sendable, Equatable {
    package enum ColourDepth: Sendable { case none, palette8, palette16, palette256, trueColour }

    /// What charts are drawn for, which need some.
    package var columns: Int
    /// What the window has.
    package var window: Int
    /// Lines a figure should fit in.
    package var rows: Int
    package var colour: ColourDepth
    package var unicode: Bool

    package init(columns: Int, rows: Int, colour: ColourDepth, unicode: Bool) {
        self.columns = max(Self.fewest, min(columns, 400))
        window = max(4, min(columns, 400))
        self.rows = max(6, min(rows, 200))
        self.colour = colour
        self.unicode = unicode
    }

    static let fewest = 16

    /// What chooses a colour; plain where there is none.
    func code(_ colour: Colour, isBackground: Bool) -> TextStyle {
        let kind: UInt8 = isBackground ? 48 : 38
        return switch self.colour {
        case .none: TextStyle.plain
        case .palette8, .palette16:
            TextStyle([BasicColours.code(colour, of: self.colour, isBackground: isBackground)])
        case .palette256: TextStyle([kind, 5, TerminalStyle.nearest256(colour)])
        case .trueColour: TextStyle([kind, 2, colour.red, colour.green, colour.blue])
        }
    }

    /// The nearest of the 6×6×6 cube and the grey ramp.
    static func nearest256(_ colour: Colour) -> UInt8 {
        let levels = [0, 95, 135, 175, 215, 255]
        func nearest(_ value: UInt8) -> Int {
            levels.indices.min { abs(levels[$0] - Int(value)) < abs(levels[$1] - Int(value)) } ?? 0
        }
        let cube = [nearest(colour.red), nearest(colour.green), nearest(colour.blue)]
        let parts = [Int(colour.red), Int(colour.green), Int(colour.blue)]
        let grey = max(0, min(23, (parts.reduce(0, +) / 3 - 3) / 10))
        func distance(_ other: [Int]) -> Int {
            zip(parts, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        let index =
            distance([Int](repeating: 8 + grey * 10, count: 3))
                < distance(cube.map { levels[$0] })
            ? 232 + grey : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
        return UInt8(index)
    }
}
