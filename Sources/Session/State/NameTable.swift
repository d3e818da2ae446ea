/// Names with what they stand for, whose copies share all but what was changed since: each statement
/// keeps a copy, and must not copy every variable for the one that it sets.
///
/// A tree by the bits of the names' hashes.
package struct NameTable<Content: Sendable>: Sendable {
    private var root = Node.names([])
    package private(set) var count = 0

    private typealias Entry = (name: String, content: Content)

    private enum Node: Sendable {
        /// The names of a short list, or of equal hashes.
        case names([Entry])
        /// A node for each value of the next bits.
        case nodes([Node])

        static var bits: Int { 4 }
        private static var width: Int { 1 << bits }
        private static var longestList: Int { 8 }

        func entry(_ name: String, _ hash: Int) -> Entry? {
            var (node, shift) = (self, 0)
            while case .nodes(let nodes) = node {
                node = nodes[Self.place(hash, shift)]
                shift += Self.bits
            }
            guard case .names(let entries) = node else { return nil }
            return entries.first { $0.name == name }
        }

        /// - Returns: what the name stood for before.
        mutating func set(_ entry: Entry, _ hash: Int, _ shift: Int) -> Content? {
            switch self {
            case .nodes(var nodes):
                // What is changed is held in one place, or changing it would copy it.
                self = .names([])
                let old = nodes[Self.place(hash, shift)].set(entry, hash, shift + Self.bits)
                self = .nodes(nodes)
                return old
            case .names(var entries):
                self = .names([])
                let old = entries.firstIndex { $0.name == entry.name }.map { index in
                    let old = entries[index].content
                    entries[index] = entry
                    return old
                }
                if old == nil { entries.append(entry) }
                self = .names(entries)
                if entries.count > Self.longestList, shift < Int.bitWidth { split(entries, shift) }
                return old
            }
        }

        private mutating func split(_ entries: [Entry], _ shift: Int) {
            var nodes = [Node](repeating: .names([]), count: Self.width)
            for entry in entries {
                let hash = entry.name.hashValue
                _ = nodes[Self.place(hash, shift)].set(entry, hash, shift + Self.bits)
            }
            self = .nodes(nodes)
        }

        func forEach(_ body: (Entry) -> Void) {
            switch self {
            case .names(let entries): entries.forEach(body)
            case .nodes(let nodes): for node in nodes { node.forEach(body) }
            }
        }

        private static func place(_ hash: Int, _ shift: Int) -> Int {
            (hash >> shift) & (width - 1)
        }
    }

    package init() {}

    package subscript(name: String) -> Content? { root.entry(name, name.hashValue)?.content }

    package var isEmpty: Bool { count == 0 }

    /// Lets a name stand for something.
    ///
    /// - Returns: what it stood for before.
    @discardableResult
    package mutating func set(_ name: String, to content: Content) -> Content? {
        let old = root.set((name, content), name.hashValue, 0)
        if old == nil { count += 1 }
        return old
    }

    /// All names in their order, with what they stand for.
    package var sorted: [(name: String, content: Content)] {
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        root.forEach { entries.append($0) }
        return entries.sorted { $0.name < $1.name }
    }

    package var nameSet: Set<String> {
        var names = Set<String>(minimumCapacity: count)
        root.forEach { names.insert($0.name) }
        return names
    }

    /// All names in their order.
    package var names: [String] { sorted.map(\.name) }
}

extension NameTable: Equatable where Content: Equatable {
    package static func == (a: NameTable, b: NameTable) -> Bool {
        guard a.count == b.count else { return false }
        var isEqual = true
        a.root.forEach { if isEqual, b[$0.name] != $0.content { isEqual = false } }
        return isEqual
    }
}
