import Files
import Platform

/// What NumPy writes of an array is three calls and two states; each is understood, and none is made.
extension PickleReader {
    private static let arrays: Set = [
        "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct",
    ]

    /// A call of a function with a tuple of arguments.
    mutating func reduce() throws(FileError) {
        let arguments = pickle.items(of: try pop()) ?? []
        guard case .global(let name) = try pop() else { throw damaged("a function is missing") }
        switch name {
        case _ where Self.arrays.contains(name):
            pickle.arrays.append(PickledArray())
            stack.append(.array(pickle.arrays.count - 1))
        case "numpy dtype":
            guard let type = arguments.first.flatMap({ pickle.text(of: $0) }) else {
                throw damaged("a type of numbers without a name")
            }
            stack.append(.numberType(type))
        case "_codecs encode":
            // Python 3 writes bytes so in protocol 2.
            guard case .text(let text) = arguments.first else {
                throw damaged("bytes without a text")
            }
            stack.append(.bytes(try latin1(text)))
        default:
            throw FileError(
                "\(path) wants to call \(name.replacing(" ", with: ".")), and lc runs nothing from a file",
                hint: "use a file as the authors of the data set publish it")
        }
    }

    private func latin1(_ text: String) throws(FileError) -> PickledBytes {
        try MemoryBudget.requestForFile(text.utf8.count, for: path)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            try Interruptible.check(turn: decoded.count)
            guard scalar.value < 0x100 else { throw damaged("bytes that are none") }
            decoded.append(UInt8(scalar.value))
        }
        return PickledBytes(storage: ByteStorage(bytes: decoded), places: 0..<decoded.count)
    }

    /// The state of an array: its version, shape, type, order and bytes. A type's own state says
    /// how its bytes lie, which is one way for types of one byte.
    mutating func build() throws(FileError) {
        let state = pickle.items(of: try pop()) ?? []
        switch stack.last {
        case .numberType: return
        case .array(let place):
            guard state.count == 5, let shape = pickle.items(of: state[1]),
                case .numberType(let type) = state[2],
                case .boolean(let isFortranOrdered) = state[3],
                case .bytes(let bytes) = state[4]
            else { throw damaged("an array that is none") }
            var sizes: [Int] = []
            for size in shape {
                guard case .number(let size) = size, size >= 0 else {
                    throw damaged("an array without a shape")
                }
                sizes.append(size)
            }
            pickle.arrays[place] = PickledArray(
                shape: sizes, numberType: type, isFortranOrdered: isFortranOrdered, bytes: bytes)
        default: throw damaged("an object that lc does not know")
        }
    }
}
