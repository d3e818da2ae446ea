import Files

/// Reads a pickle of Python (protocols 2 to 5) that holds numbers, text, lists, dictionaries and arrays
/// of NumPy.
///
/// A pickle is a program for a small machine with a stack. This one has the operations that build data;
/// every other operation, and every function that a pickle wants to be called, is refused by its name:
/// nothing in a file is ever executed.
struct PickleReader {
    let bytes: ByteStorage
    let path: String
    var place = 0
    var stack: [PickleValue] = []
    var memo: [Int: PickleValue] = [:]
    var pickle = Pickle()
    private var operations = 0

    /// More operations than any file of the data sets that come as pickles has.
    private static let mostOperations = 5_000_000

    init(_ bytes: ByteStorage, path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// - Throws: what is wrong with the file, with the byte.
    static func read(_ path: String, _ bytes: ByteStorage) throws(FileError) -> Pickle {
        try bytes.reading { () throws(FileError) in
            var reader = PickleReader(bytes, path: path)
            return try reader.read()
        }
    }

    private mutating func read() throws(FileError) -> Pickle {
        guard bytes.count > 2, bytes[0] == PickleOperation.proto.rawValue else {
            throw FileError(
                "\(path) is not a pickle of Python's protocol 2 or later",
                hint: "give the file as it was downloaded")
        }
        while true {
            operations += 1
            try Interruptible.check(turn: operations)
            guard operations <= Self.mostOperations else {
                throw FileError(
                    "\(path) has more than \(Self.mostOperations) operations, so it is no data set",
                    hint: "check that it is the right file")
            }
            let start = place
            let byte = try byte()
            guard let operation = PickleOperation(rawValue: byte) else {
                throw refused(byte, at: start)
            }
            if operation == .stop {
                pickle.value = try pop()
                return pickle
            }
            try perform(operation)
        }
    }

    /// Only data is read; the file may be from a stranger.
    private func refused(_ byte: UInt8, at place: Int) -> FileError {
        let name =
            PickleOperation.nameOfRefused(byte).map { "the operation \($0)" }
            ?? "byte \(byte), which is no operation of a pickle,"
        return FileError(
            "\(path) has \(name) at byte \(place), and lc reads only data from pickles",
            hint: "use a file as the authors of the data set publish it")
    }

    func damaged(_ what: String) -> FileError {
        FileError("\(path) is damaged at byte \(place): \(what)", hint: "download it again")
    }
}

// MARK: - The file

extension PickleReader {
    mutating func byte() throws(FileError) -> UInt8 {
        guard place < bytes.count else { throw damaged("the file ends too early") }
        defer { place += 1 }
        return bytes[place]
    }

    /// A little-endian number of 1 to 8 bytes.
    mutating func number(_ width: Int) throws(FileError) -> Int {
        var number: UInt64 = 0
        for shift in 0..<width { number |= UInt64(try byte()) << (8 * UInt64(shift)) }
        guard let number = Int(exactly: number) else { throw damaged("a length beyond the file") }
        return number
    }

    /// The places of the next bytes.
    mutating func part(_ count: Int) throws(FileError) -> Range<Int> {
        guard count >= 0, count <= bytes.count - place else {
            throw damaged("the file ends too early")
        }
        defer { place += count }
        return place..<place + count
    }

    mutating func text(_ count: Int) throws(FileError) -> String {
        bytes.text(in: try part(count))
    }

    /// Text up to the end of the line.
    mutating func line() throws(FileError) -> String {
        let start = place
        while try byte() != UInt8(ascii: "\n") {}
        return bytes.text(in: start..<place - 1)
    }
}

// MARK: - The stack

extension PickleReader {
    mutating func pop() throws(FileError) -> PickleValue {
        guard let value = stack.popLast() else { throw damaged("a value is missing") }
        return value
    }

    /// The values above the last mark, which goes with them.
    mutating func popToMark() throws(FileError) -> [PickleValue] {
        let place = stack.lastIndex { if case .mark = $0 { true } else { false } }
        guard let place else { throw damaged("a mark is missing") }
        let values = Array(stack[(place + 1)...])
        stack.removeSubrange(place...)
        return values
    }

    mutating func pushTuple(_ values: [PickleValue]) {
        pickle.tuples.append(values)
        stack.append(.tuple(pickle.tuples.count - 1))
    }

    mutating func pushTuple(of count: Int) throws(FileError) {
        guard stack.count >= count else { throw damaged("a value is missing") }
        let values = Array(stack.suffix(count))
        stack.removeLast(count)
        pushTuple(values)
    }
}
