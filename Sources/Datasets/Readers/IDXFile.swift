import Files
import Platform

/// A file of unsigned bytes in the IDX layout: a magic number, the dimensions, the bytes.
struct IDXFile {
    let path: String
    let storage: ByteStorage
    let dimensions: [Int]
    /// Where the bytes begin; they go on to the end of the storage.
    let offset: Int

    private static let sizeLimit = 1 << 31

    /// Opens the first of the four names that the file may have.
    init(folder: String, stem: String, kind: String, rank: Int) throws(FileError) {
        let names = [
            "\(stem)-\(kind)", "\(stem)-\(kind).gz", "\(stem).\(kind)", "\(stem).\(kind).gz",
        ]
        for name in names {
            let path = "\(folder)/\(name)"
            guard let storage = try Self.map(path) else { continue }
            let header = Gzip.Header(count: 4 + 4 * rank) { first throws(FileError) in
                try Self.size(first, path: path, rank: rank)
            }
            self = try storage.reading { () throws(FileError) in
                try Self(
                    PackedFile.unpacked(
                        storage, path: path, limit: Self.sizeLimit, header: header), path: path,
                    rank: rank)
            }
            return
        }
        throw FileError(
            "\(folder) has no \(names[0])[.gz]",
            hint: "give the folder that holds MNIST's four files")
    }

    /// The file's bytes; nil where there is no such file.
    private static func map(_ path: String) throws(FileError) -> ByteStorage? {
        do throws(SystemError) { return try ByteStorage(mapping: path) } catch {
            if error.isNotFound { return nil }
            throw FileError(path, error)
        }
    }

    private init(_ storage: ByteStorage, path: String, rank: Int) throws(FileError) {
        self.path = path
        self.storage = storage
        offset = 4 + 4 * rank
        let header = storage.bytes(in: 0..<min(offset, storage.count))
        dimensions = try Self.dimensions(header, path: path, rank: rank)
        let size = try Self.size(header, path: path, rank: rank)
        guard storage.count == size else {
            throw FileError(
                "\(path) should have \(size) bytes by its header, but has \(storage.count)",
                hint: storage.count < size
                    ? "it is cut short: download it again" : "it has bytes too many")
        }
    }

    private static func dimensions(
        _ header: [UInt8], path: String, rank: Int
    ) throws(FileError) -> [Int] {
        guard header.count == 4 + 4 * rank, header.starts(with: [0, 0, 8, UInt8(rank)]) else {
            throw FileError(
                "\(path) is not an IDX file of \(rank) dimensions of bytes",
                hint: "its first four bytes should be 0 0 8 \(rank)")
        }
        return (1...rank).map { axis in
            header[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// How many bytes the file has by its header, header and all.
    private static func size(
        _ header: [UInt8], path: String, rank: Int
    ) throws(FileError) -> Int {
        let dimensions = try dimensions(header, path: path, rank: rank)
        return header.count + (try product(dimensions, path: path))
    }

    private static func product(_ dimensions: [Int], path: String) throws(FileError) -> Int {
        var product = 1
        for dimension in dimensions {
            let (next, overflow) = product.multipliedReportingOverflow(by: dimension)
            guard dimension > 0, !overflow, next < sizeLimit else {
                throw FileError("\(path) promises \(dimensions) bytes, which cannot be")
            }
            product = next
        }
        return product
    }
}
