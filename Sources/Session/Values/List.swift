/// The items of a list, with how large they are all together.
package struct List: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    package private(set) var items: [Value]
    private(set) var extent: Extent

    package init(_ items: [Value]) {
        self.items = items
        extent = Extent(of: items)
    }

    package init(arrayLiteral elements: Value...) { self.init(elements) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { items.count }
    package subscript(position: Int) -> Value { items[position] }

    mutating func append(_ other: List) {
        items += other.items
        extent = extent.joined(with: other.extent)
    }
}
