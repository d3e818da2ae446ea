/// The parts of a split by the names that commands use.
package enum Part: String, CaseIterable, Sendable {
    case train, val, test

    static var names: [String] { allCases.map(\.rawValue) }
}
