/// Exponential and logarithm that give the same bits on every CPU, as a system's library need not.
package enum Elementary {
    private static let ln2High = 0x1.62e42feep-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// e^x to within about one unit in the last place: x = k·ln 2 + r with |r| ≤ ln 2 / 2, and the
    /// Taylor series of e^r.
    @inlinable
    package static func exp(_ x: Double) -> Double {
        if x > 709 { return x.isNaN ? x : .infinity }
        if x < -745 { return 0 }
        guard x == x else { return x }
        // Adding 1.5·2⁵² rounds to a whole number, without a call.
        let k = (x * 0x1.71547652b82fep+0 + 0x1.8p52) - 0x1.8p52
        let r = (x - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33
        var sum = 1.0 / 6_227_020_800
        sum = sum * r + 1.0 / 479_001_600
        sum = sum * r + 1.0 / 39_916_800
        sum = sum * r + 1.0 / 3_628_800
        sum = sum * r + 1.0 / 362_880
        sum = sum * r + 1.0 / 40320
        sum = sum * r + 1.0 / 5040
        sum = sum * r + 1.0 / 720
        sum = sum * r + 1.0 / 120
        sum = sum * r + 1.0 / 24
        sum = sum * r + 1.0 / 6
        sum = sum * r + 0.5
        sum = sum * r + 1
        sum = sum * r + 1
        // In two steps, so that a result below the normal range is rounded once.
        let power = Int(k)
        let half = power / 2
        return sum * scale(half) * scale(power - half)
    }

    /// 2^k for |k| < 1023.
    @usableFromInline
    static func scale(_ k: Int) -> Double {
        Double(bitPattern: UInt64(bitPattern: Int64(k + 1023)) << 52)
    }

    /// The natural logarithm: x = 2^k·m with √½ ≤ m < √2, and the series of artanh in
    /// (m − 1)/(m + 1).
    package static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x < 0 ? .nan : x }
        var k = Double(x.exponent)
        var m = x.significand
        if m > 1.4142135623730951 {
            m /= 2
            k += 1
        }
        let s = (m - 1) / (m + 1)
        let z = s * s
        var sum = 1.0 / 23
        sum = sum * z + 1.0 / 21
        sum = sum * z + 1.0 / 19
        sum = sum * z + 1.0 / 17
        sum = sum * z + 1.0 / 15
        sum = sum * z + 1.0 / 13
        sum = sum * z + 1.0 / 11
        sum = sum * z + 1.0 / 9
        sum = sum * z + 1.0 / 7
        sum = sum * z + 1.0 / 5
        sum = sum * z + 1.0 / 3
        sum = sum * z + 1
        return k * ln2High + (2 * s * sum + k * ln2Low)
    }
}
