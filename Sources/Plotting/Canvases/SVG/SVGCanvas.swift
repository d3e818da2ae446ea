/// Draws figures as SVG.
package struct SVGCanvas: Sendable {
    let width: Double
    let name: String

    /// `name` begins every identifier in the drawing, so that a page can hold several drawings.
    package init(width: Int = 760, name: String = "") {
        self.width = Double(max(200, min(width, 4000)))
        self.name = name
    }

    /// A document that needs nothing else.
    package func draw(_ figure: Figure) -> String {
        let style = "<style>\n\(SVGStylesheet.text)\n</style>\n"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(figure, style: style)
    }

    /// The drawing as an element of a page that has `SVGStylesheet.text` among its styles.
    package func element(_ figure: Figure) -> String { svg(figure, style: "") }

    private func svg(_ figure: Figure, style: String) -> String {
        var body: [String] = []
        var top = 16.0
        if !figure.title.isEmpty {
            body.append(
                SVGMarkup.text(
                    figure.title, x: width / 2, y: top + 14, size: 17, anchor: .middle,
                    class: "title"))
            top += 34
        }
        for panel in figure.panels {
            let part = draw(panel, top: top)
            body += part.elements
            top += part.height
        }
        if let caption = figure.caption {
            body.append(SVGMarkup.text(caption, x: width / 2, y: top + 12, anchor: .middle))
            top += 24
        }
        let size = (width: SVGMarkup.number(width), height: SVGMarkup.number(top + 12))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="figure" width="\(size.width)" height="\(size.height)" viewBox="0 0 \(size.width) \(size.height)" font-family="Helvetica, Arial, 'Noto Sans CJK KR', sans-serif" role="img">
            <title>\(SVGMarkup.escaped(figure.title))</title>
            \(style)<rect class="ground" width="100%" height="100%" rx="6"/>
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    /// The elements of one panel, and the height that they take.
    struct Part {
        var elements: [String]
        var height: Double
    }

    private func draw(_ panel: Panel, top: Double) -> Part {
        switch panel {
        case .chart(let chart): SVGChart(chart, name: name, width: width, top: top).part
        case .pictures(let pictures): draw(pictures, top: top)
        case .bars(let bars): draw(bars, top: top)
        case .table(let table): draw(table, top: top)
        }
    }
}
