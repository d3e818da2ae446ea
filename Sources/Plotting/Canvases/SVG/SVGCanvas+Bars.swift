import TerminalText

extension SVGCanvas {
    func draw(_ bars: [Bar], top: Double) -> Part {
        let longestLabel = bars.map { TerminalText.columns(TerminalText.clean($0.label)) }.max()
        let left = min(Double(longestLabel ?? 0) * 7 + 24, width / 2)
        let longest = bars.map(\.value).filter(\.isFinite).max() ?? 0
        var elements: [String] = []
        for (index, bar) in bars.enumerated() {
            let y = top + Double(index) * 24
            let share = longest > 0 && bar.value.isFinite ? max(0, bar.value / longest) : 0
            let length = share * (width - left - 110)
            elements += [
                SVGMarkup.text(bar.label, x: left - 8, y: y + 14, anchor: .end),
                SVGMarkup.rect(
                    x: left, y: y + 2, width: length, height: 17, class: SVGMarkup.seriesClass(0)),
                SVGMarkup.text(bar.text, x: left + length + 6, y: y + 15, anchor: .start),
            ]
        }
        return Part(elements: elements, height: Double(bars.count) * 24 + 10)
    }
}
