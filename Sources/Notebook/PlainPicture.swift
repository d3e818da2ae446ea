import Plotting
import TerminalText

/// Figures drawn in characters without colour, as files keep them.
enum PlainPicture {
    static func lines(_ figure: Figure) -> [String] {
        TerminalCanvas(TerminalStyle(columns: 80, rows: 24, colour: .none, unicode: true)).draw(
            figure
        ).map(\.encoded)
    }
}
