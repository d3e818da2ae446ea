import TerminalText

/// A chart at its place in a drawing: axes with ticks, layers and a legend.
struct SVGChart {
    private let chart: Chart
    private let frame: ChartFrame
    /// The identifier of what cuts the layers at the axes.
    private let clip: String
    private let top: Double
    private let left = 68.0
    private let right: Double
    private let upper: Double
    private let lower: Double

    init(_ chart: Chart, name: String, width: Double, top: Double) {
        self.chart = chart
        self.top = top
        frame = ChartFrame(chart)
        clip = "\(name)clip\(Int(top))"
        right = width - 24
        upper = top + (chart.title.isEmpty ? 22 : 42)
        let isFilled = chart.layers.contains {
            if case .heatmap = $0 { true } else if case .regions = $0 { true } else { false }
        }
        lower = upper + (isFilled ? min(right - left, 460) : 230)
    }

    var part: SVGCanvas.Part {
        let layers = SVGLayers(x: x, y: y)
        var elements: [String] = []
        if !chart.title.isEmpty {
            elements.append(
                SVGMarkup.text(
                    chart.title, x: left, y: top + 16, size: 14, anchor: .start, class: "title"))
        }
        elements.append(
            "<clipPath id=\"\(clip)\">\(SVGMarkup.rect(x: left, y: upper, width: right - left, height: lower - upper))</clipPath>"
        )
        elements += ticks
        elements.append("<g clip-path=\"url(#\(clip))\">")
        elements += chart.layers.flatMap(layers.draw)
        elements.append("</g>")
        return SVGCanvas.Part(
            elements: elements + axes + legend, height: lower + 52 - top)
    }

    // MARK: - Places

    private func x(_ value: Double) -> Double? {
        frame.x.place(value).map { left + max(-1, min(2, $0)) * (right - left) }
    }

    private func y(_ value: Double) -> Double? {
        frame.y.place(value).map { lower - max(-1, min(2, $0)) * (lower - upper) }
    }

    // MARK: - Around the layers

    private var ticks: [String] {
        let n = SVGMarkup.number
        var elements: [String] = []
        for (value, label) in frame.y.ticks(6) {
            guard let place = y(value), place >= upper - 0.5, place <= lower + 0.5 else { continue }
            elements.append(SVGMarkup.path("M\(n(left)) \(n(place))H\(n(right))", class: "grid"))
            elements.append(SVGMarkup.text(label, x: left - 8, y: place + 4, anchor: .end))
        }
        for (value, label) in frame.x.ticks(8) {
            guard let place = x(value), place >= left - 0.5, place <= right + 0.5 else { continue }
            elements.append(SVGMarkup.path("M\(n(place)) \(n(lower))v5", class: "axis"))
            elements.append(SVGMarkup.text(label, x: place, y: lower + 19, anchor: .middle))
        }
        return elements
    }

    private var axes: [String] {
        let n = SVGMarkup.number
        let middle = (upper + lower) / 2
        let label = SVGMarkup.text(chart.y.label, x: 16, y: middle, anchor: .middle)
        return [
            SVGMarkup.path("M\(n(left)) \(n(upper))V\(n(lower))H\(n(right))", class: "axis"),
            SVGMarkup.text(chart.x.label, x: (left + right) / 2, y: lower + 38, anchor: .middle),
            "<g transform=\"rotate(-90 16 \(n(middle)))\">\(label)</g>",
        ]
    }

    /// The series' signs and names from the right, until there is no room.
    private var legend: [String] {
        var elements: [String] = []
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
            let y = upper - 10
            elements.append(SVGMarkup.marker(series: colour, x: end - space + 8, y: y))
            elements.append(SVGMarkup.text(label, x: end - space + 18, y: y + 4, anchor: .start))
            end -= space
        }
        return elements
    }
}
