import Plotting
import TerminalText
import Testing

@Suite struct CanvasTests {
    static let styles = [
        TerminalStyle(columns: 80, rows: 24, colour: .trueColour, unicode: true),
        TerminalStyle(columns: 20, rows: 6, colour: .palette256, unicode: true),
        TerminalStyle(columns: 60, rows: 24, colour: .none, unicode: false),
    ]

    static let hostile: [Figure] = [
        Figure("", []), Figure("empty", [.chart(Chart(x: Axis("x"), y: Axis("y"), []))]),
        Figure(
            "no numbers",
            [
                .chart(
                    Chart(
                        x: Axis("x"), y: Axis("y", isLogarithmic: true),
                        [
                            .line(
                                [Point(.nan, 1), Point(.infinity, -1), Point(1, 0)],
                                label: "\u{1B}[31mred", colour: -7)
                        ]))
            ]),
        Figure(
            "huge",
            [
                .chart(
                    Chart(
                        x: Axis("x"), y: Axis("y"),
                        [
                            .line(
                                [Point(-1e308, -1e308), Point(1e308, 1e308)], label: "a", colour: 99
                            ), .points([Point(0, 0)], label: "b", colour: 3),
                        ]))
            ]),
        Figure(
            "equal",
            [
                .chart(
                    Chart(
                        x: Axis("x"), y: Axis("y"),
                        [.line([Point(1, 5), Point(1, 5)], label: "", colour: 0)]))
            ]),
        Figure(
            "map",
            [
                .chart(
                    Chart(
                        x: Axis("a"), y: Axis("b"),
                        [
                            .heatmap(
                                Grid(
                                    columns: 3, values: [1, .nan, 2, 3, 4, 5], x: -1...1, y: 0...1)),
                            .mark(Point(0, 0.5), label: "here"),
                        ]))
            ]),
        Figure(
            "pictures",
            [
                .pictures([
                    Picture(
                        width: 2, height: 2,
                        pixels: [Colour](repeating: Colour(255, 0, 0), count: 4),
                        label: "한글 label that is long"),
                    Picture(width: 3, height: 3, pixels: [], label: "broken"),
                ])
            ]),
        Figure(
            "bars",
            [
                .bars([
                    Bar("a\u{7}", 3, text: "3"), Bar("비", .nan, text: "?"), Bar("c", 0, text: "0"),
                ])
            ]),
        Figure(
            "table",
            [
                .table(
                    CountTable(
                        rowTitle: "true", columnTitle: "taken for", labels: ["a", "b"],
                        counts: [[1, 2], [3, 4]]))
            ]),
    ]

    @Test(arguments: hostile, styles)
    func `nothing traps, lines fit, and no control character gets out`(
        figure: Figure, style: TerminalStyle
    ) {
        for line in TerminalCanvas(style).draw(figure).map(\.encoded) {
            var plain = ""
            var isEscape = false
            for scalar in line.unicodeScalars {
                if scalar == "\u{1B}" {
                    isEscape = true
                } else if isEscape {
                    isEscape = scalar != "m"
                } else {
                    plain.unicodeScalars.append(scalar)
                }
            }
            #expect(TerminalText.columns(plain) <= style.columns)
            #expect(!plain.unicodeScalars.contains { $0.value < 0x20 })
            if style.colour == .none { #expect(!line.contains("\u{1B}")) }
        }
    }

    @Test(arguments: hostile)
    func `SVG has one root, closed elements and no control character`(figure: Figure) {
        let text = SVGCanvas().draw(figure)
        #expect(text.hasPrefix("<?xml"))
        #expect(text.hasSuffix("</svg>\n"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(text.count { $0 == "<" } == text.count { $0 == ">" })
        #expect(!text.contains("nan") && !text.contains("inf"))
    }

    @Test(arguments: hostile)
    func `SVG has its colours from classes with rules for light and dark ground`(figure: Figure) {
        let element = SVGCanvas().element(figure)
        #expect(element.hasPrefix("<svg") && !element.contains("<style>"))
        #expect(SVGCanvas().draw(figure).contains(SVGStylesheet.text))
        let classes = element.matches(of: /class="([^"]+)"/).flatMap { $0.1.split(separator: " ") }
        #expect(classes.contains("ground"))
        for name in Set(classes).subtracting(["figure"]) {
            #expect(SVGStylesheet.text.contains(".\(name)"), "\(name) has no rule")
        }
        // Colours in elements are data: pixels, values and counts.
        let isData = ["map", "pictures", "table"].contains(figure.title)
        #expect(element.contains("fill=\"#") == isData, "\(figure.title)")
        #expect(!element.contains("stroke=\"#"))
    }

    @Test(arguments: [4, 6, 12, 15])
    func `pictures fit a window that is too narrow for a chart`(columns: Int) {
        let style = TerminalStyle(columns: columns, rows: 40, colour: .none, unicode: false)
        let picture = Picture(
            width: 8, height: 8, pixels: [Colour](repeating: Colour(9, 9, 9), count: 64),
            label: "label")
        let chart = Chart(x: Axis("x"), y: Axis("y"), [.line([Point(0, 0)], label: "", colour: 0)])
        let figure = Figure(
            "a long title of some pictures", [.pictures([picture, picture]), .chart(chart)])
        let lines = TerminalCanvas(style).draw(figure).map(\.plain)
        #expect(lines.allSatisfy { TerminalText.columns($0) <= columns }, "\(lines)")
        #expect(lines.count > 4 && lines.last?.hasPrefix("too") == true)
    }

    @Test func `a line is drawn where its points are`() {
        let style = TerminalStyle(columns: 30, rows: 12, colour: .none, unicode: false)
        let figure = Figure(
            "",
            [
                .chart(
                    Chart(
                        x: Axis("x"), y: Axis("y"),
                        [
                            .line([Point(0, 0), Point(1, 1)], label: "", colour: 0)
                        ]))
            ])
        let rows = TerminalCanvas(style).draw(figure).map(\.encoded).filter { $0.contains("*") }
        let columns = rows.compactMap { row in
            row.firstIndex(of: "*").map { row.distance(from: row.startIndex, to: $0) }
        }
        #expect(columns.count >= 5)
        #expect(columns == columns.sorted(by: >))
    }

    @Test func `ticks are round numbers inside`() {
        let ticks = Scale(Axis("", domain: 0...1), values: []).ticks(5)
        #expect(ticks.map(\.label) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    }

    @Test func `a sparkline goes from high to low`() {
        #expect(Sparkline.text([8, 4, 1], width: 3) == "█▄▁")
        #expect(Sparkline.text([], width: 3) == "")
        #expect(Sparkline.text([.nan, 1, 1], width: 5) == "▁▁")
    }

    @Test(arguments: [false, true])
    func `curves without colour are told apart in the picture and the legend`(unicode: Bool) {
        func curve(_ y: Double, _ label: String, _ colour: Int) -> Layer {
            .line((0...60).map { Point(Double($0), y) }, label: label, colour: colour)
        }
        let chart = Chart(
            x: Axis("x"), y: Axis("y"),
            [curve(0, "train", 0), curve(1, "val", 1), curve(2, "test", 2)])
        let lines = TerminalCanvas(
            TerminalStyle(columns: 60, rows: 24, colour: .none, unicode: unicode)
        ).draw(Figure("", [.chart(chart)])).map(\.encoded)
        let signs = unicode ? ["━", "╍", "┈"] : ["*", "o", "+"]
        for (sign, label) in zip(signs, ["train", "val", "test"]) {
            #expect(lines[0].contains("\(sign) \(label)"), "\(lines[0])")
        }
        // The rows that hold the three curves, from the top.
        let drawn = lines.dropFirst().map { line in
            line.split(separator: unicode ? "│" : "|", maxSplits: 1).last.map(String.init) ?? ""
        }.filter { row in
            unicode
                ? row.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) }
                : row.contains("***") || row.contains("ooo") || row.contains("+++")
        }
        #expect(drawn.count == 3)
        #expect(Set(drawn).count == 3)
    }

    @Test func `names in a table of counts are whole where there is room`() {
        let names = ["versicolor (wild)", "setosa", "virginica"]
        let table = CountTable(
            rowTitle: "true", columnTitle: "taken for", labels: names,
            counts: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        let lines = TerminalCanvas(
            TerminalStyle(columns: 80, rows: 24, colour: .none, unicode: true)
        ).draw(Figure("", [.table(table)])).map(\.encoded)
        #expect(lines[0].contains("versicolor (wild)") && lines[1].hasPrefix("versicolor (wild)"))
    }

}
