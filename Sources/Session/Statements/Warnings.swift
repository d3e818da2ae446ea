/// The warnings of calls whose outputs are not shown: the first few, and how many there are, so that a
/// long loop says it in one line.
package struct Warnings: Sendable {
    private static let shown = 3
    private var first: [String] = []
    private var count = 0

    package init() {}

    package mutating func add(_ warning: String) {
        count += 1
        if first.count < Self.shown { first.append(warning) }
    }

    package mutating func add(_ other: Warnings) {
        count += other.count
        first = Array((first + other.first).prefix(Self.shown))
    }

    /// Nil where nothing was warned of.
    package var text: String? {
        guard count > 0 else { return nil }
        let rest = count > first.count ? "; \(count - first.count) more like these" : ""
        return "  warning: " + first.joined(separator: "; ") + rest
    }
}
