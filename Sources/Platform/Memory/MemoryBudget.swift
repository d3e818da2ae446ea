/// Asks for memory before it is taken: a large allocation that fails ends the process, and one that
/// the system grants but does not have ends it later.
package enum MemoryBudget {
    /// Smaller requests are granted at once, for asking the system takes longer than they do.
    private static let unasked = 16 << 20
    /// What the rest of the program needs beside a request.
    private static let margin = 32 << 20

    /// Limits that a test sets.
    @TaskLocal package static var testLimits: MemoryLimits?

    /// - Throws: one sentence where the product of `factors`, in bytes, is more than can be had now.
    ///   `purpose` begins the sentence: what the memory is for.
    package static func request(_ factors: Int..., for purpose: @autoclosure () -> String)
        throws(MemoryShortage)
    {
        var bytes = 1
        for factor in factors {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: max(0, factor))
            bytes = overflow ? Int.max : product
            if factor <= 0 { return }
        }
        guard !FaultInjection.failsMemory() else {
            throw MemoryShortage(purpose(), bytes, .init("on this machine", left: 0))
        }
        guard bytes >= unasked || testLimits != nil else { return }
        guard let limit = (testLimits ?? .current).tightest else { return }
        guard bytes > limit.left - (testLimits == nil ? margin : 0) else { return }
        throw MemoryShortage(purpose(), bytes, limit)
    }
}

/// Why memory was not given.
package struct MemoryShortage: Error, Sendable, Equatable {
    /// One sentence with the numbers.
    package let message: String
    package let hint = "use less data, fewer features or fewer classes, or more memory"

    init(_ purpose: String, _ bytes: Int, _ limit: MemoryLimits.Limit) {
        message =
            "\(purpose) would take \(Self.text(bytes)) of memory, and \(Self.text(limit.left)) are left \(limit.place)"
    }

    /// `32.4 GB`, `210 MB`, `13 KB`.
    package static func text(_ bytes: Int) -> String {
        if bytes == .max { return "more than 9 EB" }
        if bytes < 1_000_000 { return "\(bytes / 1000) KB" }
        if bytes < 1_000_000_000 { return "\(bytes / 1_000_000) MB" }
        let tenths = bytes / 100_000_000
        return tenths < 1000 ? "\(tenths / 10).\(tenths % 10) GB" : "\(tenths / 10) GB"
    }
}

/// Memory for a list that grows while it is read: each time it has doubled, it asks again.
package struct GrowingBudget {
    private var granted = 0
    private let purpose: String

    /// `purpose` begins the sentence that refuses the memory.
    package init(for purpose: String) { self.purpose = purpose }

    /// - Throws: where `bytes`, and the copy that a list makes when it grows, are more than can be had.
    package mutating func grow(to bytes: Int) throws(MemoryShortage) {
        guard bytes > granted else { return }
        // The list moves to a place of twice its size.
        let next = max(2 * bytes, 1 << 16)
        try MemoryBudget.request(next, for: purpose)
        granted = next
    }
}
