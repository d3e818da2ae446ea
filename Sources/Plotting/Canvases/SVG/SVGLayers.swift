/// Draws the layers of a chart, whose values have their places by `x` and `y`.
struct SVGLayers {
    let x: (Double) -> Double?
    let y: (Double) -> Double?

    func draw(_ layer: Layer) -> [String] {
        switch layer {
        case .line(let points, _, let colour):
            [SVGMarkup.path(path(points), class: "line \(SVGMarkup.seriesClass(colour))")]
                + points.indices.filter { points.isAlone($0) { place($0) != nil } }
                .compactMap { place(points[$0]) }
                .map { SVGMarkup.marker(series: colour, x: $0.x, y: $0.y) }
        case .points(let points, _, let colour):
            points.compactMap { point in
                place(point).map { SVGMarkup.marker(series: colour, x: $0.x, y: $0.y) }
            }
        case .heatmap(let grid): heatmap(grid)
        case .regions(let grid):
            cells(grid) { left, top, width, height, value in
                let name = "region \(SVGMarkup.seriesClass(Int(exactly: value) ?? 0))"
                return SVGMarkup.rect(x: left, y: top, width: width, height: height, class: name)
            }
        case .mark(let point, let label): mark(point, label)
        }
    }

    private func place(_ point: Point) -> (x: Double, y: Double)? {
        guard let px = x(point.x), let py = y(point.y) else { return nil }
        return (px, py)
    }

    /// A point without a place interrupts the line.
    private func path(_ points: [Point]) -> String {
        var path = ""
        var isOpen = false
        for point in points {
            let place = place(point)
            if let place {
                path += isOpen ? "L" : "M"
                path += "\(SVGMarkup.number(place.x)) \(SVGMarkup.number(place.y))"
            }
            isOpen = place != nil
        }
        return path
    }

    private func heatmap(_ grid: Grid) -> [String] {
        let finite = grid.values.filter(\.isFinite)
        let low = finite.min() ?? 0
        let high = finite.max() ?? 1
        return cells(grid) { left, top, width, height, value in
            let colour = Palette.sequential(value, from: low, to: high)
            return SVGMarkup.rect(x: left, y: top, width: width, height: height, fill: colour)
        }
    }

    private func mark(_ point: Point, _ label: String) -> [String] {
        guard let place = place(point) else { return [] }
        let n = SVGMarkup.number
        let cross = "M\(n(place.x - 6)) \(n(place.y - 6))l12 12m0 -12l-12 12"
        return [
            SVGMarkup.path(cross, class: "mark-edge"), SVGMarkup.path(cross, class: "mark"),
            SVGMarkup.text(
                label, x: place.x + 10, y: place.y - 8, anchor: .start, class: "halo"),
        ]
    }

    /// One rectangle for equal neighbours of a row, a little larger so that no gap shows.
    private func cells(
        _ grid: Grid,
        rectangle: (
            _ left: Double, _ top: Double, _ width: Double, _ height: Double, _ value: Double
        ) -> String
    ) -> [String] {
        guard grid.rows > 0, let left = x(grid.x.lowerBound), let right = x(grid.x.upperBound),
            let bottom = y(grid.y.lowerBound), let top = y(grid.y.upperBound)
        else { return [] }
        let width = (right - left) / Double(grid.columns)
        let height = (bottom - top) / Double(grid.rows)
        return (0..<grid.rows).flatMap { row in
            let first = row * grid.columns
            return EqualRuns.of(grid.values[first..<first + grid.columns]).compactMap {
                run -> String? in
                guard grid.values[run.lowerBound].isFinite else { return nil }
                return rectangle(
                    left + Double(run.lowerBound - first) * width,
                    bottom - Double(row + 1) * height,
                    Double(run.count) * width + 0.4, height + 0.4, grid.values[run.lowerBound])
            }
        }
    }
}
