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
