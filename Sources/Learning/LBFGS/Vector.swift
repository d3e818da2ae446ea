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
        let other = other.span
        var span = x.mutableSpan
        for i in 0..<other.count { span[i] = Float(Double(span[i]) + factor * Double(other[i])) }
    }

    static func scale(_ factor: Double, _ x: inout [Float]) {
        var span = x.mutableSpan
        for i in 0..<span.count { span[i] = Float(factor * Double(span[i])) }
    }

    static func difference(_ a: [Float], _ b: [Float]) -> [Float] { zip(a, b).map { $0 - $1 } }

    /// The largest size of an element; NaN where an element is NaN.
    static func largest(_ x: [Float]) -> Double {
        x.reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, abs(Double($1))) }
    }
}
