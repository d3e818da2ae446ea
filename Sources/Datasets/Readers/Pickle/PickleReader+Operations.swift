import Files

extension PickleReader {
    mutating func perform(_ operation: PickleOperation) throws(FileError) {
        switch operation {
        case .proto: place += 1
        case .frame: place += 8
        case .stop: break
        case .none: stack.append(.none)
        case .yes: stack.append(.boolean(true))
        case .no: stack.append(.boolean(false))
        case .int1: stack.append(.number(try number(1)))
        case .int2: stack.append(.number(try number(2)))
        case .int4:
            let bits = UInt32(truncatingIfNeeded: try number(4))
            stack.append(.number(Int(Int32(bitPattern: bits))))
        case .long1: stack.append(.number(try long()))
        case .shortString, .shortBytes: try pushBytes(number(1))
        case .string, .bytes: try pushBytes(number(4))
        case .bytes8: try pushBytes(number(8))
        case .shortUnicode: stack.append(.text(try text(number(1))))
        case .unicode: stack.append(.text(try text(number(4))))
        case .mark, .emptyList, .append, .appends, .emptyDictionary, .setItem, .setItems:
            try collect(operation)
        case .emptyTuple: pushTuple([])
        case .tuple: pushTuple(try popToMark())
        case .tuple1: try pushTuple(of: 1)
        case .tuple2: try pushTuple(of: 2)
        case .tuple3: try pushTuple(of: 3)
        case .put, .longPut, .memoize, .get, .longGet: try remember(operation)
        case .global:
            let module = try line()
            stack.append(.global("\(module) \(try line())"))
        case .stackGlobal:
            guard case .text(let name) = try pop(), case .text(let module) = try pop() else {
                throw damaged("a function without a name")
            }
            stack.append(.global("\(module) \(name)"))
        case .reduce: try reduce()
        case .build: try build()
        }
    }

    private mutating func pushBytes(_ count: Int) throws(FileError) {
        stack.append(.bytes(PickledBytes(storage: bytes, places: try part(count))))
    }

    /// A little-endian number in two's complement of up to eight bytes.
    private mutating func long() throws(FileError) -> Int {
        let width = try number(1)
        guard width <= 8 else { throw damaged("a number of \(width) bytes") }
        var value = 0
        for shift in 0..<width { value |= Int(try byte()) << (8 * shift) }
        let unused = 64 - 8 * width
        return width == 0 ? 0 : (value << unused) >> unused
    }

    private mutating func collect(_ operation: PickleOperation) throws(FileError) {
        switch operation {
        case .mark: stack.append(.mark)
        case .emptyList:
            pickle.lists.append([])
            stack.append(.list(pickle.lists.count - 1))
        case .emptyDictionary:
            pickle.dictionaries.append([])
            stack.append(.dictionary(pickle.dictionaries.count - 1))
        case .append, .appends:
            let items = operation == .append ? [try pop()] : try popToMark()
            guard case .list(let place) = stack.last else { throw damaged("a list is missing") }
            pickle.lists[place] += items
        default:
            let items: [PickleValue]
            if operation == .setItem {
                let value = try pop()
                items = [try pop(), value]
            } else {
                items = try popToMark()
            }
            guard case .dictionary(let place) = stack.last, items.count.isMultiple(of: 2) else {
                throw damaged("a dictionary is missing")
            }
            for pair in stride(from: 0, to: items.count, by: 2) {
                pickle.dictionaries[place].append((items[pair], items[pair + 1]))
            }
        }
    }

    private mutating func remember(_ operation: PickleOperation) throws(FileError) {
        switch operation {
        case .get, .longGet:
            guard let value = memo[try number(operation == .get ? 1 : 4)] else {
                throw damaged("a value that was not kept")
            }
            stack.append(value)
        default:
            let key = operation == .memoize ? memo.count : try number(operation == .put ? 1 : 4)
            guard let value = stack.last else { throw damaged("a value is missing") }
            memo[key] = value
        }
    }
}
