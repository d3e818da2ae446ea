package import Numeric

/// f(x) = Wx + b, on scaled features.
package struct LinearClassifier: Sendable, Equatable {
    /// C×D.
    package var W: Matrix
    /// C.
    package var b: [Float]

    package init(W: Matrix, b: [Float]) {
        self.W = W
        self.b = b
    }

    package static func zeros(classes: Int, dimension: Int) -> LinearClassifier {
        LinearClassifier(
            W: Matrix(rows: classes, columns: dimension), b: [Float](repeating: 0, count: classes))
    }

    /// W ~ N(0, scale²), b = 0.
    package static func gaussian(
        classes: Int, dimension: Int, scale: Double, random: inout SeededRandom
    ) -> LinearClassifier {
        var result = zeros(classes: classes, dimension: dimension)
        for index in result.W.elements.indices {
            if Parallel.isAbandoned(turn: index) { break }
            result.W.elements[index] = Float(scale * random.normal())
        }
        return result
    }

    package var classes: Int { W.rows }
    package var dimension: Int { W.columns }
    package var isFinite: Bool { W.elements.allSatisfy(\.isFinite) && b.allSatisfy(\.isFinite) }

    /// Takes the weights of another classifier of the same size, without allocating memory.
    mutating func copy(_ other: LinearClassifier) {
        // By subscripts: a span of an array inside a value that was copied may write into the original
        // (Swift 6.3, optimized).
        for i in W.elements.indices { W.elements[i] = other.W.elements[i] }
        for c in b.indices { b[c] = other.b[c] }
    }
}
