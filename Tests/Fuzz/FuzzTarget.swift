/// A function that must not crash, hang or break its promises on any bytes.
protocol FuzzTarget: Sendable {
    /// The word that `scripts/fuzz` knows it by; its seeds are in the corpus folder of that name.
    static var name: String { get }

    /// Words that its inputs are made of, which the fuzzer puts in; empty for binary formats.
    static var words: [String] { get }

    /// Takes one input; traps where a promise is broken.
    static func take(_ bytes: [UInt8])
}

extension FuzzTarget {
    static var words: [String] { [] }
}
