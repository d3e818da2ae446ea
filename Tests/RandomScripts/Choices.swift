/// Where a random script takes its decisions from: a seed, or the bytes of an input, after which every
/// decision is the first one.
package struct Choices {
    private var bytes: ArraySlice<UInt8>
    private var state: UInt64?

    package init(seed: UInt64) {
        bytes = []
        state = seed
    }

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
        state = nil
    }

    /// Whether every further decision is the first one.
    package var isSpent: Bool { state == nil && bytes.isEmpty }

    /// A number from 0 to `count` - 1.
    package mutating func below(_ count: Int) -> Int {
        guard let state else { return Int(bytes.popFirst() ?? 0) % max(1, count) }
        self.state = state &+ 0x9E37_79B9_7F4A_7C15
        return Int(Self.mixed(state) % UInt64(max(1, count)))
    }

    /// One of several; the first where the bytes are used up.
    package mutating func one<Element>(of first: Element, _ others: [Element]) -> Element {
        let index = below(others.count + 1)
        return index == 0 ? first : others[index - 1]
    }

    /// Whether something happens that happens once in `count` times.
    package mutating func isOnce(in count: Int) -> Bool { below(count) == count - 1 }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private static func mixed(_ state: UInt64) -> UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
