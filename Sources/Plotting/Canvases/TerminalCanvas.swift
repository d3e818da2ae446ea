import TerminalText

/// Draws figures as lines of text for a terminal.
package struct TerminalCanvas: Sendable {
    private let style: TerminalStyle

    package init(_ style: TerminalStyle) { self.style = style }

    /// Lines without newlines, none wider than the style's columns; each resets its colours.
    package func draw(_ figure: Figure) -> [String] {
        var lines: [String] = []
        if !figure.title.isEmpty {
            lines.append(
                TerminalText.prefix(TerminalText.clean(figure.title), columns: style.columns))
        }
        let charts = figure.panels.count
        let rows = max(7, min((style.rows - 2) / max(charts, 1), charts > 1 ? 12 : 20))
        for panel in figure.panels {
            switch panel {
            case .chart(let chart): lines += draw(chart, rows: rows)
            case .pictures(let pictures): lines += draw(pictures)
            case .bars(let bars): lines += draw(bars)
            case .table(let table): lines += draw(table)
            }
        }
        if let caption = figure.caption {
            lines.append(TerminalText.prefix(TerminalText.clean(caption), columns: style.columns))
        }
        return lines
    }

    // MARK: - Charts

    private func draw(_ chart: Chart, rows: Int) -> [String] {
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
            let row = min(height - 1, Int((1 - place) * Double(height)))
            grid.write(TerminalText.fit(label, columns: margin, .right), column: 0, row: row)
            grid.write(tick, column: margin, row: row)
        }
        var lines = zip(padded(grid.lines(), margin + 1), plot.lines()).map { $0 + $1 }
        let rule = String(repeating: style.unicode ? "─" : "-", count: width)
        lines.append(String(repeating: " ", count: margin) + corner + rule)
        lines.append(labels(of: frame.x, margin: margin, width: width))
        let heading = heading(chart)
        return (heading.isEmpty ? [] : [heading]) + lines
    }

    private func padded(_ lines: [String], _ width: Int) -> [String] {
        lines.map { $0 + String(repeating: " ", count: max(0, width - TerminalText.columns($0))) }
    }

    private func labels(of scale: Scale, margin: Int, width: Int) -> String {
        var row = CellGrid(columns: margin + 1 + width, rows: 1, style: style)
        var free = 0
        for (value, label) in scale.ticks(max(2, width / 12)) {
            guard let place = scale.place(value), place >= 0, place <= 1 else { continue }
            let length = TerminalText.columns(label)
            let column = min(
                margin + 1 + Int(place * Double(width - 1)) - length / 2,
                margin + 1 + width - length)
            guard column >= free else { continue }
            row.write(label, column: column, row: 0)
            free = column + length + 1
        }
        return row.lines()[0]
    }

    /// The title, what the axes are, and a legend in the series' colours.
    private func heading(_ chart: Chart) -> String {
        var parts: [String] = []
        if !chart.title.isEmpty { parts.append(TerminalText.clean(chart.title)) }
        let axes = [chart.y.label, chart.x.label].filter { !$0.isEmpty }.map(TerminalText.clean)
        if axes.count == 2 { parts.append("(\(axes[0]) by \(axes[1]))") }
        var text = TerminalText.prefix(parts.joined(separator: " "), columns: style.columns)
        var used = TerminalText.columns(text)
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
            let code = colour.map { style.code($0, isBackground: false) } ?? ""
            text +=
                "   " + (code.isEmpty ? sign : "\u{1B}[\(code)m\(sign)\u{1B}[0m")
                + item.dropFirst(sign.count)
            used += 3 + TerminalText.columns(item)
        }
        return text
    }

    private func pen(_ colour: Int, in chart: Chart) -> LinePen {
        var colours: [Int] = []
        for case .line(_, _, let other) in chart.layers where !colours.contains(other) {
            colours.append(other)
        }
        return LinePen(colours.firstIndex(of: colour) ?? 0, style)
    }

    private func marker(_ index: Int) -> Character {
        let glyphs = Array(style.unicode ? "●▲■◆▼★○△□◇" : "ox+*#%@&sv")
        return glyphs[((index % 10) + 10) % 10]
    }

    private func draw(
        _ layer: Layer, of chart: Chart, _ frame: ChartFrame, on plot: inout CellGrid
    ) {
        let columns = plot.columns
        let rows = plot.rows
        switch layer {
        case .line(let points, _, let colour):
            var pen = pen(colour, in: chart)
            var last: (x: Int, y: Int)?
            for point in points {
                guard let x = frame.x.place(point.x), let y = frame.y.place(point.y), abs(x) < 50,
                    abs(y) < 50
                else {
                    last = nil
                    continue
                }
                let here = (
                    x: Int((x * Double(columns * 2 - 1)).rounded()),
                    y: Int(((1 - y) * Double(rows * 4 - 1)).rounded())
                )
                plot.line(from: last ?? here, to: here, ink: Palette.series(colour), pen: &pen)
                last = here
            }
        case .points(let points, _, let colour):
            for point in points {
                guard let (column, row) = cell(point, frame, plot) else { continue }
                plot.write(
                    String(marker(colour)), column: column, row: row, ink: Palette.series(colour))
            }
        case .heatmap(let grid):
            let finite = grid.values.filter(\.isFinite)
            let low = finite.min() ?? 0
            let high = finite.max() ?? 1
            fill(grid, frame, on: &plot) { value in
                Palette.sequential(high > low ? (value - low) / (high - low) : 0.5)
            }
        case .regions(let grid):
            fill(grid, frame, on: &plot) { value in
                Palette.series(Int(exactly: value) ?? 0).mixed(0.7, with: Colour(grey: 250))
            }
        case .mark(let point, _):
            guard let (column, row) = cell(point, frame, plot) else { return }
            plot.write(style.unicode ? "✕" : "X", column: column, row: row, ink: Colour(grey: 255))
        }
    }

    private func cell(_ point: Point, _ frame: ChartFrame, _ plot: CellGrid) -> (Int, Int)? {
        guard let x = frame.x.place(point.x), let y = frame.y.place(point.y), (0...1).contains(x),
            (0...1).contains(y)
        else { return nil }
        return (
            min(plot.columns - 1, Int(x * Double(plot.columns))),
            min(plot.rows - 1, Int((1 - y) * Double(plot.rows)))
        )
    }

    private func fill(
        _ grid: Grid, _ frame: ChartFrame, on plot: inout CellGrid, _ colour: (Double) -> Colour
    ) {
        for column in 0..<plot.columns {
            let x = frame.x.value(at: (Double(column) + 0.5) / Double(plot.columns))
            for half in 0..<plot.rows * 2 {
                let y = frame.y.value(at: 1 - (Double(half) + 0.5) / Double(plot.rows * 2))
                guard let value = grid.value(x: x, y: y), value.isFinite else { continue }
                plot.fill(column: column, halfRow: half, colour(value))
            }
        }
    }

    // MARK: - Pictures

    private func draw(_ pictures: [Picture]) -> [String] {
        guard let first = pictures.first else { return [] }
        let perRow = min(pictures.count, max(1, style.columns >= 60 ? 5 : style.columns / 12))
        let width = max(4, min(max(first.width, 15), (style.columns - perRow + 1) / perRow))
        let height = max(1, (width * max(first.height, 1) / max(first.width, 1) + 1) / 2)
        var lines: [String] = []
        for start in stride(from: 0, to: pictures.count, by: perRow) {
            let row = pictures[start..<min(start + perRow, pictures.count)]
            var grid = CellGrid(columns: perRow * (width + 1), rows: height + 1, style: style)
            for (index, picture) in row.enumerated() {
                let left = index * (width + 1)
                for x in 0..<width {
                    for y in 0..<height * 2 {
                        guard let colour = average(picture, x, y, width, height * 2) else {
                            continue
                        }
                        grid.fill(column: left + x, halfRow: y, colour)
                    }
                }
                grid.write(
                    TerminalText.fit(picture.label, columns: width, .centre), column: left,
                    row: height)
            }
            lines += grid.lines()
        }
        return lines
    }

    /// The mean colour of the pixels under one place of a smaller picture, the nearest of a larger.
    private func average(_ picture: Picture, _ x: Int, _ y: Int, _ width: Int, _ height: Int)
        -> Colour?
    {
        guard picture.width > 0, picture.height > 0,
            picture.pixels.count >= picture.width * picture.height
        else { return nil }
        let columns =
            x * picture.width
            / width..<max((x + 1) * picture.width / width, x * picture.width / width + 1)
        let rows =
            y * picture.height
            / height..<max((y + 1) * picture.height / height, y * picture.height / height + 1)
        var sums = (0, 0, 0)
        for row in rows {
            for column in columns {
                let pixel = picture.pixels[row * picture.width + column]
                sums = (
                    sums.0 + Int(pixel.red), sums.1 + Int(pixel.green), sums.2 + Int(pixel.blue)
                )
            }
        }
        let count = columns.count * rows.count
        return Colour(UInt8(sums.0 / count), UInt8(sums.1 / count), UInt8(sums.2 / count))
    }

    // MARK: - Bars and tables

    private func draw(_ bars: [Bar]) -> [String] {
        let labelWidth = min(
            style.columns / 3,
            bars.map { TerminalText.columns(TerminalText.clean($0.label)) }.max() ?? 0)
        let textWidth = bars.map { TerminalText.columns($0.text) }.max() ?? 0
        let room = max(1, style.columns - labelWidth - textWidth - 3)
        let longest = bars.map(\.value).filter(\.isFinite).max() ?? 0
        let eighths = Array("▏▎▍▌▋▊▉█")
        let code = style.code(Palette.series(0), isBackground: false)
        return bars.map { bar in
            let share = longest > 0 && bar.value.isFinite ? max(0, bar.value / longest) : 0
            let units = Int((share * Double(room * 8)).rounded())
            var drawn = String(repeating: style.unicode ? "█" : "#", count: units / 8)
            if style.unicode, units % 8 > 0 { drawn.append(eighths[units % 8 - 1]) }
            if !code.isEmpty, !drawn.isEmpty { drawn = "\u{1B}[\(code)m\(drawn)\u{1B}[0m" }
            return TerminalText.fit(bar.label, columns: labelWidth) + " " + drawn + " "
                + TerminalText.clean(bar.text)
        }
    }

    private func draw(_ table: CountTable) -> [String] {
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
        var lines = [
            corner + " "
                + table.labels.map { TerminalText.fit($0, columns: cellWidth - 1, .right) + " " }
                .joined()
        ]
        for (label, row) in zip(table.labels, table.counts) {
            let total = max(1, row.reduce(0, +))
            let cells = row.map { count -> String in
                let text = TerminalText.fit(String(count), columns: cellWidth - 1, .right) + " "
                guard style.colour != .none else { return text }
                let share = Double(count) / Double(total)
                let ground = Colour(grey: 255).mixed(share, with: Colour(8, 69, 148))
                let ink = ground.lightness > 0.5 ? Colour(grey: 0) : Colour(grey: 255)
                return
                    "\u{1B}[\(style.code(ink, isBackground: false));\(style.code(ground, isBackground: true))m\(text)\u{1B}[0m"
            }
            lines.append(TerminalText.fit(label, columns: labelWidth) + " " + cells.joined())
        }
        return lines
    }
}

/// The scales of a chart's axes over everything in it.
struct ChartFrame {
    let x: Scale
    let y: Scale

    init(_ chart: Chart) {
        var xs: [Double] = []
        var ys: [Double] = []
        var isFilled = false
        for layer in chart.layers {
            switch layer {
            case .line(let points, _, _), .points(let points, _, _):
                xs += points.map(\.x)
                ys += points.map(\.y)
            case .heatmap(let grid), .regions(let grid):
                isFilled = true
                xs += [grid.x.lowerBound, grid.x.upperBound]
                ys += [grid.y.lowerBound, grid.y.upperBound]
            case .mark: break
            }
        }
        x = Scale(chart.x, values: xs, padding: isFilled ? 0 : 0.02)
        y = Scale(chart.y, values: ys, padding: isFilled ? 0 : 0.05)
    }
}
