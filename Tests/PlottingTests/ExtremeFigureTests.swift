import Plotting
import TerminalText
import Testing

/// Both canvases on figures of every number that a computation can give.
@Suite struct ExtremeFigureTests {
    /// A small generator, so that a failing seed can be run again.
    private struct Dice {
        var state: UInt64

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }

        mutating func number() -> Double {
            let extremes = [
                0, -0.0, 1, -1, 1e308, -1e308, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
                .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
                .leastNormalMagnitude, 1e-305 / 1e5, 1e-300, 1e300, 0.1, 0.1.nextUp, 1e15,
                1e15.nextUp,
            ]
            return next(3) > 0 ? extremes[next(extremes.count)] : Double(next(2000) - 1000) / 7
        }

        mutating func numbers() -> [Double] {
            let count = [0, 1, 2, 3, 50, 700][next(6)]
            if next(4) == 0 { return [Double](repeating: number(), count: count) }
            return (0..<count).map { _ in number() }
        }

        mutating func range() -> ClosedRange<Double> {
            let (a, b) = (number(), number())
            return a <= b ? a...b : b <= a ? b...a : 0...0
        }

        mutating func axis() -> Axis {
            Axis("axis", isLogarithmic: next(2) == 0, domain: next(4) == 0 ? range() : nil)
        }

        mutating func points() -> [Point] {
            numbers().map { Point($0, number()) }
        }

        mutating func grid() -> Grid {
            Grid(columns: next(9), values: numbers(), x: range(), y: range())
        }

        mutating func layer() -> Layer {
            switch next(5) {
            case 0: .line(points(), label: "line", colour: next(20) - 10)
            case 1: .points(points(), label: "", colour: next(20) - 10)
            case 2: .heatmap(grid())
            case 3: .regions(grid())
            default: .mark(Point(number(), number()), label: "here")
            }
        }

        mutating func panel() -> Panel {
            switch next(6) {
            case 0: return .bars(numbers().prefix(60).map { Bar("bar", $0, text: "\($0)") })
            case 1:
                let names = (0..<next(5)).map { "class \($0)" }
                let counts = names.map { _ in names.map { _ in [0, 1, -1, Int.max][next(4)] } }
                return .table(
                    CountTable(
                        rowTitle: "true", columnTitle: "taken for", labels: names, counts: counts))
            case 2:
                let (width, height) = ([0, 1, 3, 28][next(4)], [0, 1, 3, 900][next(4)])
                return .pictures([
                    Picture(
                        width: width, height: height,
                        pixels: [Colour](repeating: Colour(grey: 9), count: width * height),
                        label: "picture")
                ])
            default:
                let (x, y) = (axis(), axis())
                return .chart(Chart(x: x, y: y, (0..<next(4)).map { _ in layer() }))
            }
        }

        mutating func figure() -> Figure { Figure("figure", (0..<next(4)).map { _ in panel() }) }
    }

    @Test(arguments: 0..<40)
    func `no figure of extreme numbers traps, is too wide or has endless ticks`(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        for _ in 0..<10 {
            let figure = dice.figure()
            for style in CanvasTests.styles {
                let lines = TerminalCanvas(style).draw(figure)
                #expect(lines.count < 1000, "\(figure)")
            }
            let text = SVGCanvas().draw(figure)
            #expect(text.hasSuffix("</svg>\n"))
            #expect(text.count { $0 == "<" } == text.count { $0 == ">" })
            let numbers = text.matches(of: /\b(x|y|d|width|height|cx|cy)="([^"]*)"/)
            #expect(!numbers.contains { $0.2.contains("nan") || $0.2.contains("inf") })
        }
    }

    @Test(arguments: 0..<200)
    func `a scale has few ticks, each inside, and a place for every finite value`(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 77 &+ 5)
        let values = dice.numbers()
        let axis = Axis("", isLogarithmic: dice.next(2) == 0)
        let scale = Scale(axis, values: values)
        #expect(scale.lower.isFinite && scale.upper.isFinite && scale.lower < scale.upper)
        for count in [1, 2, 8, 40] {
            let ticks = scale.ticks(count)
            #expect(ticks.count <= 2 * count + 3, "\(values) \(axis): \(ticks)")
        }
        for value in values where value.isFinite && (!scale.isLogarithmic || value > 0) {
            let place = scale.place(value)
            #expect(place.map { (-1e-9...1 + 1e-9).contains($0) } == true, "\(value) of \(values)")
        }
    }

    @Test(arguments: [
        [0, .leastNonzeroMagnitude], [-1e308, 1e308],
        [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0], [.nan, .infinity],
    ])
    func `a sparkline of extreme numbers has a sign for each that is finite`(values: [Double]) {
        #expect(Sparkline.text(values, width: 9).count == values.filter(\.isFinite).count)
    }

    @Test func `a curve of a single point is seen`() {
        let chart = Chart(
            x: Axis("x"), y: Axis("y"),
            [.line([Point(1, 2), Point(.nan, 0), Point(3, 1)], label: "", colour: 0)])
        let style = TerminalStyle(columns: 40, rows: 12, colour: .none, unicode: true)
        let drawn = TerminalCanvas(style).draw(Figure("", [.chart(chart)])).map(\.encoded)
            .joined()
        #expect(drawn.count { $0 == "●" } == 2)
        let svg = SVGCanvas().element(Figure("", [.chart(chart)]))
        #expect(svg.matches(of: /<circle/).count == 2)
    }
}
