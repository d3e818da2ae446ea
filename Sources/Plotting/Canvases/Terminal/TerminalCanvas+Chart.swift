import Platform
import TerminalText

extension TerminalCanvas {
    /// Axes to the left and below, a heading with a legend above.
    func draw(_ chart: Chart, rows: Int) -> [ShownText] {
        let frame = ChartFrame(chart)
        let ticks = frame.y.ticks(max(2, rows / 3))
        let margin = min(
            style.columns / 3, (ticks.map { TerminalText.columns($0.label) }.max() ?? 1) + 1)
        let width = max(4, style.columns - margin - 1)
        let height = max(3, rows - 3)
        var plot = CellGrid(columns: width, rows: height, style: style)
        for layer in chart.layers { draw(layer, of: chart, frame, on: &plot) }
        var grid = CellGrid(columns: margin + 1, rows: height, style: style)
        let (corner, bar, tick) = style.unicode ? ("└", "│", "┤") : ("+", "|", "+")
        for row in 0..<height { grid.write(bar, column: margin, row: row) }
        for (value, label) in ticks {
            guard let place = frame.y.place(value), place >= 0, place <= 1 else { continue }
            let row = min(height - 1, Int(clamping: (1 - place) * Double(height)))
            grid.write(TerminalText.fit(label, columns: margin, .right), column: 0, row: row)
            grid.write(tick, column: margin, row: row)
        }
        var lines = zip(grid.lines(areWhole: true), plot.lines()).map { $0 + $1 }
        let rule = String(repeating: style.unicode ? "─" : "-", count: width)
        lines.append(ShownText(String(repeating: " ", count: margin) + corner + rule))
        lines.append(labels(of: frame.x, margin: margin, width: width))
        let heading = heading(chart)
        return (heading.isEmpty ? [] : [heading]) + lines
    }

    private func labels(of scale: Scale, margin: Int, width: Int) -> ShownText {
        var row = CellGrid(columns: margin + 1 + width, rows: 1, style: style)
        var free = 0
        for (value, label) in scale.ticks(max(2, width / 12)) {
            guard let place = scale.place(value), place >= 0, place <= 1 else { continue }
            let length = TerminalText.columns(label)
            let column = min(
                margin + 1 + Int(clamping: place * Double(width - 1)) - length / 2,
                margin + 1 + width - length)
            guard column >= free else { continue }
            row.write(label, column: column, row: 0)
            free = column + length + 1
        }
        return row.lines()[0]
    }

    /// The title, what the axes are, and a legend in the series' colours.
    private func heading(_ chart: Chart) -> ShownText {
        var parts: [String] = []
        if !chart.title.isEmpty { parts.append(TerminalText.clean(chart.title)) }
        let axes = [chart.y.label, chart.x.label].filter { !$0.isEmpty }.map(TerminalText.clean)
        if axes.count == 2 { parts.append("(\(axes[0]) by \(axes[1]))") }
        let title = TerminalText.prefix(parts.joined(separator: " "), columns: style.columns)
        var text = ShownText(title)
        var used = TerminalText.columns(title)
        for layer in chart.layers {
            let entry: (String, String, Colour?)? =
                switch layer {
                case .line(_, let label, let colour):
                    label.isEmpty
                        ? nil : (String(pen(colour, in: chart).sign), label, Palette.series(colour))
                case .points(_, let label, let colour):
                    label.isEmpty ? nil : (String(marker(colour)), label, Palette.series(colour))
                case .mark(_, let label): (style.unicode ? "✕" : "X", label, nil)
                case .heatmap, .regions: nil
                }
            guard let (sign, label, colour) = entry else { continue }
            let item = sign + " " + TerminalText.clean(label)
            guard used + 3 + TerminalText.columns(item) <= style.columns else { break }
            let ink = colour.map { style.code($0, isBackground: false) } ?? TextStyle.plain
            text += "   \(ShownText(sign).styled(ink))\(String(item.dropFirst(sign.count)))"
            used += 3 + TerminalText.columns(item)
        }
        return text
    }

    /// The pen of a curve by its place among the chart's colours.
    func pen(_ colour: Int, in chart: Chart) -> LinePen {
        var colours: [Int] = []
        for case .line(_, _, let other) in chart.layers where !colours.contains(other) {
            colours.append(other)
        }
        return LinePen(colours.firstIndex(of: colour) ?? 0, style)
    }

    func marker(_ index: Int) -> Character {
        let glyphs = Array(style.unicode ? "●▲■◆▼★○△□◇" : "ox+*#%@&sv")
        return glyphs[((index % 10) + 10) % 10]
    }
}
