/// xoshiro256** 1.0 (Blackman and Vigna, 2018), seeded through SplitMix64.
///
/// The same seed and stream give the same numbers on every machine; streams of one seed are
/// independent for all practical purposes.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    private var spare: Double?

    package init(seed: UInt64, stream: RandomStream) {
        self.init(seed: seed, number: stream.number)
    }

    /// Stream 0, which has no name.
    package init(seed: UInt64) { self.init(seed: seed, number: 0) }

    private init(seed: UInt64, number: UInt64) {
        var mixer = seed ^ (number &* 0xD1B5_4A32_D192_ED03)
        func mix() -> UInt64 {
            mixer &+= 0x9E37_79B9_7F4A_7C15
            var z = mixer
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        state = (mix(), mix(), mix(), mix())
    }

    package mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// Uniform in [0, 1).
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Standard normal, by Marsaglia's polar method.
    package mutating func normal() -> Double {
        if let value = spare {
            spare = nil
            return value
        }
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let s = u * u + v * v
            guard s > 0, s < 1 else { continue }
            let factor = (-2 * Elementary.log(s) / s).squareRoot()
            spare = v * factor
            return u * factor
        }
    }

    /// Uniform in 0..<bound; `bound` is positive.
    package mutating func integer(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// 0..<count in random order (Fisher–Yates).
    package mutating func permutation(_ count: Int) -> [Int32] {
        var order = (0..<count).map(Int32.init)
        for last in stride(from: count - 1, to: 0, by: -1) {
            if last % 4096 == 0, Parallel.isAbandoned { break }
            order.swapAt(last, integer(below: last + 1))
        }
        return order
    }
}
