/// Layers over a pair of axes.
package struct Chart: Sendable, Equatable {
    package var title: String
    package var x: Axis
    package var y: Axis
    package var layers: [Layer]

    package init(_ title: String = "", x: Axis, y: Axis, _ layers: [Layer]) {
        self.title = title
        self.x = x
        self.y = y
        self.layers = layers
    }
}

/// What an axis shows.
package struct Axis: Sendable, Equatable {
    package var label: String
    package var isLogarithmic: Bool
    /// The range that is shown; nil for the range of the data.
    package var domain: ClosedRange<Double>?

    package init(_ label: String, isLogarithmic: Bool = false, domain: ClosedRange<Double>? = nil) {
        self.label = label
        self.isLogarithmic = isLogarithmic
        self.domain = domain
    }
}

/// A place in a chart.
package struct Point: Sendable, Equatable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

extension [Point] {
    /// Whether a point has a place and no neighbour of it has one, so that no line leads to it.
    func isAlone(_ index: Int, isPlaced: (Point) -> Bool) -> Bool {
        guard isPlaced(self[index]) else { return false }
        return ![index - 1, index + 1].contains { indices.contains($0) && isPlaced(self[$0]) }
    }
}

/// What is drawn over the axes, one layer over another.
package enum Layer: Sendable, Equatable {
    /// A curve; a point that is not finite interrupts it. `colour` is a place in the palette.
    case line([Point], label: String, colour: Int)
    case points([Point], label: String, colour: Int)
    /// Values over a rectangle, row 0 at the bottom.
    case heatmap(Grid)
    /// A class for each cell of a rectangle, row 0 at the bottom.
    case regions(Grid)
    /// One place that matters.
    case mark(Point, label: String)
}
