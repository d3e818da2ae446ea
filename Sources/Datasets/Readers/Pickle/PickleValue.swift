import Files

/// A value of a pickle. Lists, tuples, dictionaries and arrays are numbers of places in ``Pickle``, so
/// that a file whose lists hold each other nests nothing.
enum PickleValue {
    case none
    case boolean(Bool)
    case number(Int)
    case text(String)
    case bytes(PickledBytes)
    case list(Int)
    case tuple(Int)
    case dictionary(Int)
    /// A function or a type of Python, by its module and its name; it is never called.
    case global(String)
    /// A type of numbers, in NumPy's words: `u1`.
    case numberType(String)
    /// An array that NumPy made.
    case array(Int)
    /// Where the items of a list begin on the stack.
    case mark
}

/// Bytes of a pickle: a part of the file, or of what was decoded.
struct PickledBytes {
    let storage: ByteStorage
    let places: Range<Int>

    /// The bytes as text; nil where they are not UTF-8, or are too long for a name.
    var text: String? {
        guard places.count <= 1 << 16 else { return nil }
        return String(validating: storage.bytes(in: places), as: UTF8.self)
    }
}

/// An array of NumPy's in a pickle.
struct PickledArray {
    var shape: [Int] = []
    var numberType = ""
    var isFortranOrdered = false
    var bytes: PickledBytes?
}

/// The objects of a pickle, and the value that it is of.
struct Pickle {
    var lists: [[PickleValue]] = []
    var tuples: [[PickleValue]] = []
    var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []
    var arrays: [PickledArray] = []
    var value = PickleValue.none

    /// The value that the pickle's dictionary has for a name; nil where it has none.
    subscript(name: String) -> PickleValue? {
        guard case .dictionary(let place) = value else { return nil }
        return dictionaries[place].first { text(of: $0.key) == name }?.value
    }

    /// Text, which Python 2 wrote as bytes.
    func text(of value: PickleValue) -> String? {
        switch value {
        case .text(let text): text
        case .bytes(let bytes): bytes.text
        default: nil
        }
    }

    /// The items of a list or a tuple.
    func items(of value: PickleValue) -> [PickleValue]? {
        switch value {
        case .list(let place): lists[place]
        case .tuple(let place): tuples[place]
        default: nil
        }
    }
}
