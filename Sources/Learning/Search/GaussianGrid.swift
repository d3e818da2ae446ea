import Numeric

/// Draws from a Gaussian that is rounded to whole numbers. Its deviation is 127/4, so that ±127 is
/// four deviations.
///
/// The inverse of the cumulative distribution is a table of 2¹⁶ entries: a draw is a look-up, and
/// 64 random bits give four draws. Each probability is right to 2⁻¹⁷.
enum GaussianGrid {
    private static let bits = 16

    private static let table: [Int8] = {
        let size = 1 << bits
        var table: [Int8] = []
        table.reserveCapacity(size)
        var value = -127
        var below = cumulative(value)
        for entry in 0..<size {
            let probability = (Double(entry) + 0.5) / Double(size)
            while probability > below, value < 127 {
                value += 1
                below = cumulative(value)
            }
            table.append(Int8(value))
        }
        return table
    }()

    /// The probability of at most this value: Φ((value + ½)·4/127).
    private static func cumulative(_ value: Int) -> Double {
        normal((Double(value) + 0.5) * 4 / 127)
    }

    /// Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), which converges for every x (Marsaglia 2004).
    private static func normal(_ x: Double) -> Double {
        var term = x
        var sum = x
        var n = 1.0
        while abs(term) > 1e-17 {
            n += 2
            term *= x * x / n
            sum += term
        }
        return 0.5 + sum * Elementary.exp(-x * x / 2) * 0.398942280401432678
    }

    static func draw(_ count: Int, from random: inout SeededRandom) -> [Int8] {
        let table = Self.table.span
        var draws = [Int8](repeating: 0, count: count)
        var span = draws.mutableSpan
        var pool: UInt64 = 0
        for index in 0..<count {
            if index % 4 == 0 { pool = random.next() }
            if Parallel.isAbandoned(turn: index) { break }
            span[index] = table[Int(pool >> 48)]
            pool <<= 16
        }
        return draws
    }
}
