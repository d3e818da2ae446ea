import Platform

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
        let column = min(columns - 1, Int(clamping: across * Double(columns)))
        let row = min(rows - 1, Int(clamping: up * Double(rows)))
        return values[row * columns + column]
    }
}
