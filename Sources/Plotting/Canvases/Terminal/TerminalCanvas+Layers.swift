import Platform

extension TerminalCanvas {
    func draw(
        _ layer: Layer, of chart: Chart, _ frame: ChartFrame, on plot: inout CellGrid
    ) {
        let columns = plot.columns
        let rows = plot.rows
        switch layer {
        case .line(let points, _, let colour):
            var pen = pen(colour, in: chart)
            var last: (x: Int, y: Int)?
            for (index, point) in points.enumerated() {
                if points.isAlone(index, isPlaced: { cell($0, frame, plot) != nil }) {
                    draw(.points([point], label: "", colour: colour), of: chart, frame, on: &plot)
                }
                guard let x = frame.x.place(point.x), let y = frame.y.place(point.y), abs(x) < 50,
                    abs(y) < 50
                else {
                    last = nil
                    continue
                }
                let here = (
                    x: Int(clamping: (x * Double(columns * 2 - 1)).rounded()),
                    y: Int(clamping: ((1 - y) * Double(rows * 4 - 1)).rounded())
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
                Palette.sequential(value, from: low, to: high)
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
            min(plot.columns - 1, Int(clamping: x * Double(plot.columns))),
            min(plot.rows - 1, Int(clamping: (1 - y) * Double(plot.rows)))
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
}
