/// A picture as data: what to draw, not where. Canvases draw it.
package struct Figure: Sendable, Equatable {
    package var title: String
    package var panels: [Panel]
    /// One line under the picture.
    package var caption: String?

    package init(_ title: String, _ panels: [Panel], caption: String? = nil) {
        self.title = title
        self.panels = panels
        self.caption = caption
    }
}

/// One part of a figure.
package enum Panel: Sendable, Equatable {
    case chart(Chart)
    /// Small pictures in a grid, each with its label.
    case pictures([Picture])
    case bars([Bar])
    /// A table of counts, shaded by size within each row.
    case table(CountTable)
}

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

package struct Axis: Sendable, Equatable {
    package var label: String
    package var isLogarithmic: Bool
    /// What is shown; nil for all of the data.
    package var domain: ClosedRange<Double>?

    package init(_ label: String, isLogarithmic: Bool = false, domain: ClosedRange<Double>? = nil) {
        self.label = label
        self.isLogarithmic = isLogarithmic
        self.domain = domain
    }
}

package struct Point: Sendable, Equatable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

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

/// rows × columns numbers over a rectangle.
package struct Grid: Sendable, Equatable {
    package var columns: Int
    package var values: [Double]
    package var x: ClosedRange<Double>
    package var y: ClosedRange<Double>

    package init(columns: Int, values: [Double], x: ClosedRange<Double>, y: ClosedRange<Double>) {
        self.columns = max(columns, 1)
        self.values = values
        self.x = x
        self.y = y
    }

    package var rows: Int { values.count / columns }

    /// The value at a place, or nil outside.
    package func value(x: Double, y: Double) -> Double? {
        guard rows > 0, self.x.contains(x), self.y.contains(y) else { return nil }
        let across = (x - self.x.lowerBound) / max(self.x.upperBound - self.x.lowerBound, 1e-300)
        let up = (y - self.y.lowerBound) / max(self.y.upperBound - self.y.lowerBound, 1e-300)
        let column = min(columns - 1, Int(across * Double(columns)))
        let row = min(rows - 1, Int(up * Double(rows)))
        return values[row * columns + column]
    }
}

/// A small picture: width × height pixels, row by row from the top.
package struct Picture: Sendable, Equatable {
    package var width: Int
    package var height: Int
    package var pixels: [Colour]
    package var label: String

    package init(width: Int, height: Int, pixels: [Colour], label: String) {
        self.width = width
        self.height = height
        self.pixels = pixels
        self.label = label
    }
}

package struct Bar: Sendable, Equatable {
    package var label: String
    package var value: Double
    /// The value as it is written at the bar's end.
    package var text: String

    package init(_ label: String, _ value: Double, text: String) {
        self.label = label
        self.value = value
        self.text = text
    }
}

package struct CountTable: Sendable, Equatable {
    package var rowTitle: String
    package var columnTitle: String
    package var labels: [String]
    package var counts: [[Int]]

    package init(rowTitle: String, columnTitle: String, labels: [String], counts: [[Int]]) {
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        self.labels = labels
        self.counts = counts
    }
}
