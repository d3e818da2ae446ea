import TerminalText

extension TerminalCanvas {
    func draw(_ table: CountTable) -> [ShownText] {
        let longest = table.counts.joined().map { String($0).count }.max() ?? 1
        let title = "\(table.rowTitle)\\\(table.columnTitle)"
        let longestLabel =
            table.labels.map { TerminalText.columns(TerminalText.clean($0)) }.max() ?? 0
        // Room for whole names, and for both titles in the corner, where the counts leave it.
        let left = style.columns - 1 - (longest + 1) * table.labels.count
        let labelWidth = min(
            max(8, longestLabel, TerminalText.columns(title)), max(left, 8),
            max(14, style.columns / 3))
        let room = max(1, (style.columns - labelWidth - 1) / max(table.labels.count, 1))
        let cellWidth = max(longest + 1, min(room, max(9, longestLabel + 1)))
        guard labelWidth + 1 + cellWidth * table.labels.count <= style.columns else {
            return [
                "(\(table.labels.count) classes do not fit in \(style.columns) columns; write it with save=FILE.svg)"
            ]
        }
        let corner = TerminalText.fit(title, columns: labelWidth)
        let heads = table.labels.map { TerminalText.fit($0, columns: cellWidth - 1, .right) + " " }
        var lines = [ShownText(corner + " " + heads.joined())]
        for (label, row) in zip(table.labels, table.counts) {
            let total = max(1, row.reduce(0.0) { $0 + Double($1) })
            let cells = row.map { count -> ShownText in
                let text = ShownText(
                    TerminalText.fit(String(count), columns: cellWidth - 1, .right) + " ")
                guard style.colour != .none else { return text }
                let share = Double(count) / total
                let ground = Palette.share(share)
                let ink = ground.lightness > 0.5 ? Colour(grey: 0) : Colour(grey: 255)
                return text.styled(
                    style.code(ink, isBackground: false) + style.code(ground, isBackground: true))
            }
            lines.append("\(TerminalText.fit(label, columns: labelWidth)) \(cells.joined())")
        }
        return lines
    }
}
