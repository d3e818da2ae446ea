package import Numeric

/// ∂L/∂W (C×D) and ∂L/∂b (C), for scaled features.
package struct Gradient: Sendable, Equatable {
    package var dW: Matrix
    package var db: [Float]

    package init(classes: Int, dimension: Int) {
        dW = Matrix(rows: classes, columns: dimension)
        db = [Float](repeating: 0, count: classes)
    }

    /// √(Σ dW² + Σ db²).
    package var norm: Double {
        [dW.elements, db].reduce(0) { sum, slopes in
            slopes.reduce(sum) { $0 + Double($1) * Double($1) }
        }.squareRoot()
    }
}
