import Declarations

/// The parts of a split by the names that commands use.
package enum Part: String, CaseIterable, Sendable {
    case train, val, test, dev

    static var names: [String] { allCases.map(\.rawValue) }
}

extension Part {
    /// The part that a command looks at: the first argument, or val.
    static let parameter = Parameter.choice(
        "split", default: "val", of: names, positional: true, "which part of the data")
    /// The part whose gradient is looked at.
    static let ofGradient = Parameter.choice(
        "split", default: "train", of: names, "which part of the data")
}
