import Platform
import TerminalText

extension SVGCanvas {
    /// The shade of a count is data, the same on any ground; its digits are in the ink that shows on it.
    func draw(_ table: CountTable, top: Double) -> Part {
        let left = 120.0
        let size = min(64, (width - left - 24) / Double(max(table.labels.count, 1)))
        let height = min(size, 34)
        var elements = [
            SVGMarkup.text(
                "\(table.rowTitle) \\ \(table.columnTitle)", x: left - 8, y: top + 14, size: 11,
                anchor: .end)
        ]
        for (index, label) in table.labels.enumerated() {
            let short = TerminalText.prefix(
                TerminalText.clean(label), columns: max(2, Int(clamping: size / 6.5)))
            elements += [
                SVGMarkup.text(
                    short, x: left + (Double(index) + 0.5) * size, y: top + 14, size: 11,
                    anchor: .middle),
                SVGMarkup.text(
                    label, x: left - 8, y: top + 24 + (Double(index) + 0.6) * height, anchor: .end),
            ]
        }
        for (row, counts) in table.counts.enumerated() {
            let total = max(1, counts.reduce(0.0) { $0 + Double($1) })
            for (column, count) in counts.enumerated() {
                let ground = Palette.share(Double(count) / total)
                let x = left + Double(column) * size
                let y = top + 24 + Double(row) * height
                elements.append(
                    SVGMarkup.rect(
                        x: x, y: y, width: size, height: height, class: "count", fill: ground))
                if size > 24 {
                    elements.append(
                        SVGMarkup.text(
                            String(count), x: x + size / 2, y: y + height / 2 + 4, size: 11,
                            anchor: .middle, class: ground.lightness > 0.5 ? "on-light" : "on-dark")
                    )
                }
            }
        }
        return Part(elements: elements, height: 34 + Double(table.labels.count) * height)
    }
}
