import Synchronization

/// The items that lists share; each list has the first few of them.
final class ListStorage: Sendable {
    private let shared: Mutex<[Value]>

    init(_ items: [Value]) { shared = Mutex(items) }

    /// Those of the longest list.
    var all: [Value] { shared.withLock { $0 } }

    subscript(position: Int) -> Value { shared.withLock { $0[position] } }

    func items(_ count: Int) -> [Value] {
        shared.withLock { $0.count == count ? $0 : Array($0.prefix(count)) }
    }

    /// Adds items to the list that has `count` of these.
    ///
    /// - Returns: false where that is not the longest, or where these items would hold themselves, which
    ///   would never be freed.
    func append(_ added: [Value], to count: Int, areFlat: Bool) -> Bool {
        var budget = added.count + Self.budget
        guard areFlat || !isReached(from: added, &budget) else { return false }
        return shared.withLock { items in
            guard items.count == count else { return false }
            items += added
            return true
        }
    }

    /// How many values are looked at: what is reached over more could be too deep to be freed.
    private static let budget = 1000

    /// Whether values lead to this storage, also by items that only a longer list shows; true where the
    /// budget does not reach.
    func isReached(from values: some Sequence<Value>, _ budget: inout Int) -> Bool {
        for value in values {
            budget -= 1
            if budget < 0 { return true }
            switch value {
            case .list(let list): if list.leads(to: self, &budget) { return true }
            case .record(let record):
                if isReached(from: record.fields.lazy.map(\.value), &budget) { return true }
            case .nothing, .boolean, .number, .percentage, .string, .range: continue
            }
        }
        return false
    }
}
