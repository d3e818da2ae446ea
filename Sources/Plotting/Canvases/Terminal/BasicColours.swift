/// The 8 colours that a terminal has had since there were colours, and the 8 bright ones of some.
enum BasicColours {
    /// Black, red, green, yellow, blue, magenta, cyan and white, as Linux's console shows them; then
    /// the bright ones.
    private static let all: [(red: Int, green: Int, blue: Int)] = [
        (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0),
        (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
        (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85),
        (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
    ]

    /// The number that chooses the nearest of a terminal's colours.
    static func code(
        _ colour: Colour, of depth: TerminalStyle.ColourDepth, isBackground: Bool
    ) -> UInt8 {
        let count = depth == .palette16 ? 16 : 8
        let index = (0..<count).min { distance(all[$0], colour) < distance(all[$1], colour) } ?? 7
        let first = index < 8 ? 30 : 90 - 8
        return UInt8(first + index + (isBackground ? 10 : 0))
    }

    private static func distance(_ a: (red: Int, green: Int, blue: Int), _ b: Colour) -> Int {
        let parts = (a.red - Int(b.red), a.green - Int(b.green), a.blue - Int(b.blue))
        return parts.0 * parts.0 + parts.1 * parts.1 + parts.2 * parts.2
    }
}
