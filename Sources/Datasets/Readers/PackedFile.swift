import Files
import Platform

/// A file that may be gzipped.
enum PackedFile {
    /// The bytes of the file, unpacked where they are gzipped.
    ///
    /// - Throws: also when the file is empty, or unpacks to more than `limit` bytes.
    static func contents(of path: String, limit: Int) throws(FileError) -> ByteStorage {
        let storage: ByteStorage
        do throws(SystemError) { storage = try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
        return try unpacked(storage, path: path, limit: limit)
    }

    /// The same of bytes in memory; `header` says how long they are unpacked, where they say that.
    static func unpacked(
        _ storage: ByteStorage, path: String, limit: Int, header: Gzip.Header? = nil
    ) throws(FileError) -> ByteStorage {
        guard Gzip.isGzip(storage) else {
            guard storage.count > 0 else { throw FileError("\(path) is empty") }
            return storage
        }
        let bytes = try storage.reading { () throws(FileError) in
            try Gzip.inflate(storage, path: path, limit: limit, header: header)
        }
        guard !bytes.isEmpty else { throw FileError("\(path) is empty") }
        return ByteStorage(bytes: bytes)
    }
}
