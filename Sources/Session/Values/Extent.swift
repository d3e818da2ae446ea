/// How large a value is, counted as if each of its parts were written out: a list that stands in
/// another one twice counts twice.
struct Extent: Sendable, Equatable {
    /// The values in it and itself; a long string counts for several.
    let elements: UInt32
    /// How many lists and records stand inside one another.
    let depth: UInt32

    /// The largest value that can be made: it can be written, compared and freed in a moment.
    static let elementLimit = 16_000_000
    /// The deepest one, which the parser reads again from its written form.
    static let depthLimit = 150

    static let one = Extent(elements: 1, depth: 0)

    private init(elements: UInt32, depth: UInt32) {
        self.elements = elements
        self.depth = depth
    }

    init(of text: String) {
        self.init(elements: 1 + UInt32(clamping: text.utf8.count / 8), depth: 0)
    }

    /// That of a list or a record of some values.
    init(of values: some Sequence<Value>) {
        var elements: UInt64 = 1
        var depth: UInt32 = 0
        for value in values {
            let extent = value.extent
            elements += UInt64(extent.elements)
            depth = max(depth, extent.depth)
        }
        self.init(elements: UInt32(clamping: elements), depth: depth + 1)
    }

    /// That of a list which has the items of two.
    func joined(with other: Extent) -> Extent {
        Extent(
            elements: UInt32(clamping: UInt64(elements) + UInt64(other.elements) - 1),
            depth: max(depth, other.depth))
    }

    /// Why a value of this extent cannot be made; nil where it can.
    var refusal: Failure? {
        if depth > Self.depthLimit {
            return Failure("this value is nested more than \(Self.depthLimit) deep")
        }
        guard elements > Self.elementLimit else { return nil }
        return Failure(
            "this value has more than \(Self.elementLimit / 1_000_000) million items, each counted as "
                + "often as it would be shown")
    }
}

extension Value {
    var extent: Extent {
        switch self {
        case .nothing, .boolean, .number, .percentage, .range: .one
        case .string(let text): Extent(of: text)
        case .list(let list): list.extent
        case .record(let record): record.extent
        }
    }
}
