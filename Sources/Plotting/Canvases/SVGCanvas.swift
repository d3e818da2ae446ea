import TerminalText

/// Draws figures as a self-contained SVG document.
package struct SVGCanvas: Sendable {
    private let width: Double
    private let name: String
    private static let ink = "#222222"

    /// `name` begins every identifier in the drawing, so that several fit in one page.
    package init(width: Int = 760, name: String = "") {
        self.width = Double(max(200, min(width, 4000)))
        self.name = name
    }

    package func draw(_ figure: Figure) -> String {
        var body: [String] = []
        var top = 16.0
        if !figure.title.isEmpty {
            body.append(
                text(
                    figure.title, x: width / 2, y: top + 14, size: 17, anchor: "middle",
                    isBold: true))
            top += 34
        }
        for panel in figure.panels {
            let (parts, height) = draw(panel, top: top)
            body += parts
            top += height
        }
        if let caption = figure.caption {
            body.append(text(caption, x: width / 2, y: top + 12, size: 12, anchor: "middle"))
            top += 24
        }
        let height = top + 12
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(n(width))" height="\(n(height))" viewBox="0 0 \(n(width)) \(n(height))" font-family="Helvetica, Arial, 'Noto Sans CJK KR', sans-serif" role="img">
            <title>\(escape(figure.title))</title>
            <rect width="100%" height="100%" rx="6" fill="#ffffff"/>
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    private func draw(_ panel: Panel, top: Double) -> ([String], Double) {
        switch panel {
        case .chart(let chart): draw(chart, top: top)
        case .pictures(let pictures): draw(pictures, top: top)
        case .bars(let bars): draw(bars, top: top)
        case .table(let table): draw(table, top: top)
        }
    }

    // MARK: - Charts

    private func draw(_ chart: Chart, top: Double) -> ([String], Double) {
        let frame = ChartFrame(chart)
        let left = 68.0
        let right = width - 24
        let isFilled = chart.layers.contains {
            if case .heatmap = $0 { true } else if case .regions = $0 { true } else { false }
        }
        let upper = top + (chart.title.isEmpty ? 22 : 42)
        let lower = upper + (isFilled ? min(right - left, 460) : 230)
        func x(_ value: Double) -> Double? {
            frame.x.place(value).map { left + max(-1, min(2, $0)) * (right - left) }
        }
        func y(_ value: Double) -> Double? {
            frame.y.place(value).map { lower - max(-1, min(2, $0)) * (lower - upper) }
        }
        let clip = "\(name)clip\(Int(top))"
        var parts: [String] = []
        if !chart.title.isEmpty {
            parts.append(
                text(chart.title, x: left, y: top + 16, size: 14, anchor: "start", isBold: true))
        }
        parts.append(
            "<clipPath id=\"\(clip)\"><rect x=\"\(n(left))\" y=\"\(n(upper))\" width=\"\(n(right - left))\" height=\"\(n(lower - upper))\"/></clipPath>"
        )
        for (value, label) in frame.y.ticks(6) {
            guard let place = y(value), place >= upper - 0.5, place <= lower + 0.5 else { continue }
            parts.append("<path d=\"M\(n(left)) \(n(place))H\(n(right))\" stroke=\"#e3e3e3\"/>")
            parts.append(text(label, x: left - 8, y: place + 4, size: 12, anchor: "end"))
        }
        for (value, label) in frame.x.ticks(8) {
            guard let place = x(value), place >= left - 0.5, place <= right + 0.5 else { continue }
            parts.append("<path d=\"M\(n(place)) \(n(lower))v5\" stroke=\"\(Self.ink)\"/>")
            parts.append(text(label, x: place, y: lower + 19, size: 12, anchor: "middle"))
        }
        parts.append("<g clip-path=\"url(#\(clip))\">")
        for layer in chart.layers { parts += draw(layer, frame, x, y) }
        parts.append("</g>")
        parts.append(
            "<path d=\"M\(n(left)) \(n(upper))V\(n(lower))H\(n(right))\" fill=\"none\" stroke=\"\(Self.ink)\"/>"
        )
        parts.append(
            text(chart.x.label, x: (left + right) / 2, y: lower + 38, size: 12, anchor: "middle"))
        let middle = (upper + lower) / 2
        parts.append(
            "<g transform=\"rotate(-90 16 \(n(middle)))\">\(text(chart.y.label, x: 16, y: middle, size: 12, anchor: "middle"))</g>"
        )
        parts += legend(chart, right: right, top: upper - 10)
        return (parts, lower + 52 - top)
    }

    private func draw(
        _ layer: Layer, _ frame: ChartFrame, _ x: (Double) -> Double?, _ y: (Double) -> Double?
    ) -> [String] {
        switch layer {
        case .line(let points, _, let colour):
            var path = ""
            var isOpen = false
            for point in points {
                guard let px = x(point.x), let py = y(point.y) else {
                    isOpen = false
                    continue
                }
                path += "\(isOpen ? "L" : "M")\(n(px)) \(n(py))"
                isOpen = true
            }
            return [
                "<path d=\"\(path)\" fill=\"none\" stroke=\"\(Palette.series(colour).hex)\" stroke-width=\"2\" stroke-linejoin=\"round\"/>"
            ]
        case .points(let points, _, let colour):
            return points.compactMap { point in
                guard let px = x(point.x), let py = y(point.y) else { return nil }
                return marker(colour, px, py)
            }
        case .heatmap(let grid):
            let finite = grid.values.filter(\.isFinite)
            let low = finite.min() ?? 0
            let high = finite.max() ?? 1
            return cells(grid, x, y) {
                Palette.sequential(high > low ? ($0 - low) / (high - low) : 0.5)
            }
        case .regions(let grid):
            return cells(grid, x, y) {
                Palette.series(Int(exactly: $0) ?? 0).mixed(0.7, with: Colour(grey: 255))
            }
        case .mark(let point, let label):
            guard let px = x(point.x), let py = y(point.y) else { return [] }
            return [
                "<path d=\"M\(n(px - 6)) \(n(py - 6))l12 12m0 -12l-12 12\" stroke=\"#ffffff\" stroke-width=\"5\"/>",
                "<path d=\"M\(n(px - 6)) \(n(py - 6))l12 12m0 -12l-12 12\" stroke=\"#d62728\" stroke-width=\"2.5\"/>",
                text(label, x: px + 10, y: py - 8, size: 12, anchor: "start", isHaloed: true),
            ]
        }
    }

    /// Equal neighbours of a row are one rectangle.
    private func cells(
        _ grid: Grid, _ x: (Double) -> Double?, _ y: (Double) -> Double?,
        _ colour: (Double) -> Colour
    ) -> [String] {
        guard grid.rows > 0, let left = x(grid.x.lowerBound), let right = x(grid.x.upperBound),
            let bottom = y(grid.y.lowerBound), let top = y(grid.y.upperBound)
        else { return [] }
        let cellWidth = (right - left) / Double(grid.columns)
        let cellHeight = (bottom - top) / Double(grid.rows)
        var parts: [String] = []
        for row in 0..<grid.rows {
            var start = 0
            while start < grid.columns {
                let value = grid.values[row * grid.columns + start]
                var end = start + 1
                while end < grid.columns, grid.values[row * grid.columns + end] == value {
                    end += 1
                }
                if value.isFinite {
                    let px = left + Double(start) * cellWidth
                    let py = bottom - Double(row + 1) * cellHeight
                    parts.append(
                        "<rect x=\"\(n(px))\" y=\"\(n(py))\" width=\"\(n(Double(end - start) * cellWidth + 0.4))\" height=\"\(n(cellHeight + 0.4))\" fill=\"\(colour(value).hex)\"/>"
                    )
                }
                start = end
            }
        }
        return parts
    }

    private func marker(_ index: Int, _ x: Double, _ y: Double) -> String {
        let style = "fill=\"\(Palette.series(index).hex)\" stroke=\"#ffffff\" stroke-width=\"0.8\""
        return switch ((index % 3) + 3) % 3 {
        case 0: "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"4\" \(style)/>"
        case 1: "<path d=\"M\(n(x)) \(n(y - 5))l5 9h-10z\" \(style)/>"
        default:
            "<rect x=\"\(n(x - 3.6))\" y=\"\(n(y - 3.6))\" width=\"7.2\" height=\"7.2\" \(style)/>"
        }
    }

    private func legend(_ chart: Chart, right: Double, top: Double) -> [String] {
        var parts: [String] = []
        var end = right
        for layer in chart.layers.reversed() {
            let entry: (String, Int)? =
                switch layer {
                case .line(_, let label, let colour), .points(_, let label, let colour):
                    (label, colour)
                case .heatmap, .regions, .mark: nil
                }
            guard let (label, colour) = entry, !label.isEmpty else { continue }
            let space = Double(TerminalText.columns(TerminalText.clean(label))) * 7 + 26
            guard end - space > 60 else { break }
            parts.append(marker(colour, end - space + 8, top))
            parts.append(text(label, x: end - space + 18, y: top + 4, size: 12, anchor: "start"))
            end -= space
        }
        return parts
    }

    // MARK: - Pictures, bars, tables

    private func draw(_ pictures: [Picture], top: Double) -> ([String], Double) {
        let perRow = min(5, max(1, pictures.count))
        let size = (width - 40) / Double(perRow) - 12
        let tallest = pictures.map { Double($0.height) / Double(max($0.width, 1)) }.max() ?? 1
        let step = size * tallest + 30
        var parts: [String] = []
        for (index, picture) in pictures.enumerated() {
            let left = 26 + Double(index % perRow) * (size + 12)
            let y = top + Double(index / perRow) * step
            guard picture.width > 0, picture.pixels.count >= picture.width * picture.height else {
                continue
            }
            let scale = size / Double(picture.width)
            parts.append(
                "<g transform=\"translate(\(n(left)) \(n(y))) scale(\(n(scale)))\" shape-rendering=\"crispEdges\">"
            )
            for row in 0..<picture.height {
                var start = 0
                while start < picture.width {
                    let colour = picture.pixels[row * picture.width + start]
                    var end = start + 1
                    while end < picture.width, picture.pixels[row * picture.width + end] == colour {
                        end += 1
                    }
                    parts.append(
                        "<path d=\"M\(start) \(row)h\(end - start)v1h-\(end - start)z\" fill=\"\(colour.hex)\"/>"
                    )
                    start = end
                }
            }
            parts.append("</g>")
            parts.append(
                text(
                    picture.label, x: left + size / 2, y: y + size * tallest + 16, size: 12,
                    anchor: "middle"))
        }
        return (parts, Double((pictures.count + perRow - 1) / perRow) * step)
    }

    private func draw(_ bars: [Bar], top: Double) -> ([String], Double) {
        let labels =
            Double(bars.map { TerminalText.columns(TerminalText.clean($0.label)) }.max() ?? 0) * 7
            + 24
        let left = min(labels, width / 2)
        let longest = bars.map(\.value).filter(\.isFinite).max() ?? 0
        var parts: [String] = []
        for (index, bar) in bars.enumerated() {
            let y = top + Double(index) * 24
            let share = longest > 0 && bar.value.isFinite ? max(0, bar.value / longest) : 0
            let length = share * (width - left - 110)
            parts.append(text(bar.label, x: left - 8, y: y + 14, size: 12, anchor: "end"))
            parts.append(
                "<rect x=\"\(n(left))\" y=\"\(n(y + 2))\" width=\"\(n(length))\" height=\"17\" fill=\"\(Palette.series(0).hex)\"/>"
            )
            parts.append(text(bar.text, x: left + length + 6, y: y + 15, size: 12, anchor: "start"))
        }
        return (parts, Double(bars.count) * 24 + 10)
    }

    private func draw(_ table: CountTable, top: Double) -> ([String], Double) {
        let left = 120.0
        let size = min(64, (width - left - 24) / Double(max(table.labels.count, 1)))
        let height = min(size, 34)
        var parts = [
            text(
                "\(table.rowTitle) \\ \(table.columnTitle)", x: left - 8, y: top + 14, size: 11,
                anchor: "end")
        ]
        for (index, label) in table.labels.enumerated() {
            let short = TerminalText.prefix(
                TerminalText.clean(label), columns: max(2, Int(size / 6.5)))
            parts.append(
                text(
                    short, x: left + (Double(index) + 0.5) * size, y: top + 14, size: 11,
                    anchor: "middle"))
            parts.append(
                text(
                    label, x: left - 8, y: top + 24 + (Double(index) + 0.6) * height, size: 12,
                    anchor: "end"))
        }
        for (row, counts) in table.counts.enumerated() {
            let total = max(1, counts.reduce(0, +))
            for (column, count) in counts.enumerated() {
                let ground = Colour(grey: 255).mixed(
                    Double(count) / Double(total), with: Colour(8, 69, 148))
                let x = left + Double(column) * size
                let y = top + 24 + Double(row) * height
                parts.append(
                    "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(size))\" height=\"\(n(height))\" fill=\"\(ground.hex)\" stroke=\"#ffffff\"/>"
                )
                if size > 24 {
                    parts.append(
                        text(
                            String(count), x: x + size / 2, y: y + height / 2 + 4, size: 11,
                            anchor: "middle",
                            fill: ground.lightness > 0.5 ? "#222" : "#ffffff"))
                }
            }
        }
        return (parts, 34 + Double(table.labels.count) * height)
    }

    // MARK: - Text and numbers

    private func text(
        _ text: String, x: Double, y: Double, size: Int, anchor: String, isBold: Bool = false,
        fill: String = ink, isHaloed: Bool = false
    ) -> String {
        let weight = isBold ? " font-weight=\"bold\"" : ""
        let halo = isHaloed ? " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"" : ""
        return
            "<text x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(size)\" text-anchor=\"\(anchor)\" fill=\"\(fill)\"\(weight)\(halo)>\(escape(text))</text>"
    }

    private func escape(_ text: String) -> String {
        var result = ""
        for character in TerminalText.clean(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }

    /// A coordinate with two decimals.
    private func n(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
