/// How a curve is drawn so that it can be told from others without colour: in dashes of its own in
/// braille, with a character of its own where there is none.
struct LinePen {
    /// What stands for the curve in a legend.
    let sign: Character
    /// The character of a cell without braille.
    let mark: Character
    /// Dots drawn and dots left out, in turn; the first curve is solid.
    private let dash: (on: Int, off: Int)
    /// The dots from the curve's start to here, those left out included.
    var length = 0

    /// The pen of a chart's curve by its place among them; where there is colour all are solid.
    init(_ index: Int, _ style: TerminalStyle) {
        let marks = Array("*o+x#%@&")
        let dashes: [(sign: Character, on: Int, off: Int)] = [
            ("━", 1, 0), ("╍", 4, 4), ("┈", 1, 3), ("┅", 8, 3),
        ]
        let isPlain = style.colour == .none
        let kind = dashes[isPlain && style.unicode ? index % dashes.count : 0]
        mark = isPlain ? marks[index % marks.count] : "*"
        sign = style.unicode ? kind.sign : isPlain ? mark : "-"
        dash = (kind.on, kind.off)
    }

    /// Whether the dot that comes `step` dots after the last is drawn.
    func isDown(after step: Int) -> Bool { (length + step) % (dash.on + dash.off) < dash.on }
}
