/// The operations of a pickle that build data, by their byte (Python's `pickletools`).
enum PickleOperation: UInt8 {
    case proto = 0x80
    case frame = 0x95
    case stop = 0x2E

    case none = 0x4E
    case yes = 0x88
    case no = 0x89
    case int1 = 0x4B
    case int2 = 0x4D
    case int4 = 0x4A
    case long1 = 0x8A
    /// Text of Python 2, which is bytes.
    case shortString = 0x55
    case string = 0x54
    case shortUnicode = 0x8C
    case unicode = 0x58
    case shortBytes = 0x43
    case bytes = 0x42
    case bytes8 = 0x8E

    case mark = 0x28
    case emptyList = 0x5D
    case append = 0x61
    case appends = 0x65
    case emptyDictionary = 0x7D
    case setItem = 0x73
    case setItems = 0x75
    case emptyTuple = 0x29
    case tuple = 0x74
    case tuple1 = 0x85
    case tuple2 = 0x86
    case tuple3 = 0x87

    case put = 0x71
    case longPut = 0x72
    case memoize = 0x94
    case get = 0x68
    case longGet = 0x6A

    case global = 0x63
    case stackGlobal = 0x93
    case reduce = 0x52
    case build = 0x62

    /// Python's name of an operation that is not read; nil for a byte that is none.
    static func nameOfRefused(_ byte: UInt8) -> String? { refused[byte] }

    private static let refused: [UInt8: String] = [
        0x30: "POP", 0x31: "POP_MARK", 0x32: "DUP", 0x46: "FLOAT", 0x47: "BINFLOAT",
        0x49: "INT", 0x4C: "LONG", 0x50: "PERSID", 0x51: "BINPERSID", 0x53: "STRING",
        0x56: "UNICODE", 0x64: "DICT", 0x67: "GET", 0x69: "INST", 0x6C: "LIST", 0x6F: "OBJ",
        0x70: "PUT", 0x81: "NEWOBJ", 0x82: "EXT1", 0x83: "EXT2", 0x84: "EXT4", 0x8B: "LONG4",
        0x8D: "BINUNICODE8", 0x8F: "EMPTY_SET", 0x90: "ADDITEMS", 0x91: "FROZENSET",
        0x92: "NEWOBJ_EX", 0x96: "BYTEARRAY8", 0x97: "NEXT_BUFFER", 0x98: "READONLY_BUFFER",
    ]
}
