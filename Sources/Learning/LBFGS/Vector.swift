import Numeric

/// Lists of numbers as vectors; sums run in order in double precision.
enum Vector {
    static func dot(_ a: [Float], _ b: [Float]) -> Double {
        let (a, b) = (a.span, b.span)
        // Eight sums, so that an addition need not wait for the previous one.
        var sums = SIMD8<Double>.zero
        var i = 0
        while i + 8 <= a.count {
            for lane in 0..<8 { sums[lane] += Double(a[i + lane]) * Double(b[i + lane]) }
            i += 8
        }
        var total = sums.sum()
        while i < a.count {
            total += Double(a[i]) * Double(b[i])
            i += 1
        }
        return total
    }

    static func add(_ x: [Float], _ factor: Double, _ direction: [Float]) -> [Float] {
        var result = x
        add(factor, direction, to: &result)
        return result
    }

    static func add(_ factor: Double, _ other: [Float], to x: inout [Float]) {
        forEachPiece(&x, count: other.count) { own, range in
            let other = other.span.extracting(range)
            for i in 0..<other.count { own[i] = Float(Double(own[i]) + factor * Double(other[i])) }
        }
    }

    static func scale(_ factor: Double, _ x: inout [Float]) {
        forEachPiece(&x, count: x.count) { own, _ in
            for i in 0..<own.count { own[i] = Float(factor * Double(own[i])) }
        }
    }

    /// The product of the numbers at each place.
    static func product(_ a: [Float], _ b: [Float]) -> [Float] {
        var result = a
        forEachPiece(&result, count: a.count) { own, range in
            let b = b.span.extracting(range)
            for i in 0..<own.count { own[i] *= b[i] }
        }
        return result
    }

    /// Calls `body` with pieces of the first numbers of a list and their places, of many on several threads.
    private static func forEachPiece(
        _ x: inout [Float], count: Int,
        _ body: @escaping @Sendable (inout MutableSpan<Float>, Range<Int>) -> Void
    ) {
        let size = 1 << 15
        x.withDisjointWrites { writes in
            Parallel.forEach((count + size - 1) / size) { piece in
                let range = piece * size..<min(count, (piece + 1) * size)
                writes.withSlice(range) { body(&$0, range) }
            }
        }
    }

    static func difference(_ a: [Float], _ b: [Float]) -> [Float] {
        var result = a
        forEachPiece(&result, count: b.count) { own, range in
            let b = b.span.extracting(range)
            for i in 0..<own.count { own[i] -= b[i] }
        }
        return result
    }

    /// The largest size of an element; NaN where an element is NaN.
    static func largest(_ x: [Float]) -> Double {
        x.reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, abs(Double($1))) }
    }
}
