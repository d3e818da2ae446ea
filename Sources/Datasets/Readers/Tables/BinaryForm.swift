import Files

/// Forms of files that hold tables and are no text, told by their first bytes.
enum BinaryForm {
    private static let beginnings: [(bytes: [UInt8], name: String)] = [
        (Array("PK".utf8) + [3, 4], "a zip archive, as Excel writes,"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a file of an old Excel"),
        (Array("BZh".utf8), "a file packed by bzip2"),
        ([0xFD] + Array("7zXZ".utf8), "a file packed by xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a file packed by zstd"),
        (Array("PAR1".utf8), "a Parquet file"),
        (Array("ARROW1".utf8), "an Arrow file"),
        (Array("SQLite format 3".utf8), "a database of SQLite"),
        ([0x89] + Array("HDF".utf8), "an HDF5 file"),
        (Array("%PDF".utf8), "a PDF document"),
    ]

    static func name(of bytes: ByteStorage) -> String? {
        let first = bytes.bytes(in: 0..<min(bytes.count, 16))
        return beginnings.first { first.starts(with: $0.bytes) }?.name
    }
}
