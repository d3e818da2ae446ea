import Platform
import TerminalText

extension TerminalCanvas {
    func draw(_ bars: [Bar]) -> [ShownText] {
        let labelWidth = min(
            style.columns / 3,
            bars.map { TerminalText.columns(TerminalText.clean($0.label)) }.max() ?? 0)
        let textWidth = bars.map { TerminalText.columns($0.text) }.max() ?? 0
        let room = max(1, style.columns - labelWidth - textWidth - 3)
        let longest = bars.map(\.value).filter(\.isFinite).max() ?? 0
        let eighths = Array("▏▎▍▌▋▊▉█")
        let ink = style.code(Palette.series(0), isBackground: false)
        return bars.map { bar in
            let share = longest > 0 && bar.value.isFinite ? max(0, bar.value / longest) : 0
            let units = Int(clamping: (share * Double(room * 8)).rounded())
            var drawn = String(repeating: style.unicode ? "█" : "#", count: units / 8)
            if style.unicode, units % 8 > 0 { drawn.append(eighths[units % 8 - 1]) }
            return
                "\(TerminalText.fit(bar.label, columns: labelWidth)) \(ShownText(drawn).styled(ink)) \(TerminalText.clean(bar.text))"
        }
    }
}
