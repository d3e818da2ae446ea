/// A function that must not crash, hang or break its promises on any bytes.
protocol FuzzTarget: Sendable {
    /// The word that `scripts/fuzz` knows it by; its seeds are in the corpus folder of that name.
    static var name: String { get }

    /// Takes one input; traps where a promise is broken.
    static func take(_ bytes: [UInt8])
}

/// Every target.
enum FuzzTargets {
    static let all: [any FuzzTarget.Type] = [
        ParserTarget.self, NormalizerTarget.self, CSVTarget.self,
    ]
}
