/// The items of a list, with how large they are all together.
///
/// A value: copies share their items, and so do a list and the longer one that `+` makes of it. An append to
/// the longest adds to what is shared; a second append to the same shorter one copies. So a list that
/// grows item by item costs what is new in it, although `undo` keeps each of its states.
package struct List: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private var storage: ListStorage
    package private(set) var count: Int
    private(set) var extent: Extent

    package init(_ items: [Value]) {
        storage = ListStorage(items)
        count = items.count
        extent = Extent(of: items)
    }

    package init(arrayLiteral elements: Value...) { self.init(elements) }

    package var items: [Value] { storage.items(count) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }
    package subscript(position: Int) -> Value { storage[position] }

    package func makeIterator() -> IndexingIterator<[Value]> { items.makeIterator() }

    mutating func append(_ other: List) {
        let added = other.items
        // Flat items hold no list, and none holds itself.
        let isFlat = other.extent.depth == 1
        if !storage.append(added, to: count, areFlat: isFlat) {
            storage = ListStorage(items + added)
        }
        count += added.count
        extent = extent.joined(with: other.extent)
    }

    /// Whether the items of both stand in the same memory, which the longer one keeps.
    package func sharesItems(with other: List) -> Bool { storage === other.storage }

    /// Whether a storage is this list's or one of a list in it, as `ListStorage.isReached` says.
    func leads(to other: ListStorage, _ budget: inout Int) -> Bool {
        storage === other || other.isReached(from: storage.all, &budget)
    }
}
