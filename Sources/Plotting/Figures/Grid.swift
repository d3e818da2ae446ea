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
        // A range of a single number is one place wide.
        let across = Proportion.of(x, from: self.x.lowerBound, to: self.x.upperBound) ?? 0
        let up = Proportion.of(y, from: self.y.lowerBound, to: self.y.upperBound) ?? 0
        let column = min(columns - 1, Int(clamping: across * Double(columns)))
        let row = min(rows - 1, Int(clamping: up * Double(rows)))
        return values[row * columns + column]
    }
}
