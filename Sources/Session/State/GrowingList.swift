import Synchronization

/// A list that grows at its end, whose copies share their elements: each state that `undo` knows keeps
/// a copy, and a statement must not copy every run and every entry for the ones that it adds.
///
/// A value. An append to the copy with the most elements adds to what is shared; only an append after
/// `undo` copies.
package struct GrowingList<Element: Sendable>: Sendable {
    private final class Storage: Sendable {
        let elements: Mutex<[Element]>

        init(_ elements: [Element]) { self.elements = Mutex(elements) }
    }

    private var storage = Storage([])
    package private(set) var count = 0

    package init() {}

    /// The elements from a place on.
    package func elements(from place: Int) -> ArraySlice<Element> {
        storage.elements.withLock { $0[Swift.min(place, count)..<count] }
    }

    package mutating func append(_ element: Element) { append([element]) }

    package mutating func append(_ added: [Element]) {
        let (shared, isNewest) = storage.elements.withLock { elements in
            guard elements.count == count else { return (Array(elements.prefix(count)), false) }
            elements += added
            return ([], true)
        }
        if !isNewest { storage = Storage(shared + added) }
        count += added.count
    }

    /// Whether both are copies of one list, which begin with the same elements.
    package func isCopy(of other: GrowingList) -> Bool { storage === other.storage }
}

extension GrowingList: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(place: Int) -> Element { storage.elements.withLock { $0[place] } }

    package func makeIterator() -> IndexingIterator<ArraySlice<Element>> {
        elements(from: 0).makeIterator()
    }
}

extension GrowingList<LogEntry> {
    /// With how many of the same statements both begin.
    func commonCount(with other: GrowingList) -> Int {
        if isCopy(of: other) { return Swift.min(count, other.count) }
        return zip(self, other).prefix { $0.source == $1.source }.count
    }
}
