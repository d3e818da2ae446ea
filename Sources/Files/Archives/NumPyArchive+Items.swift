import Platform

extension NumPyArchive {
    /// Those of an archive's arrays that have one of some names. What is stored without compression
    /// stays in the mapped file. Where `isChecked` is false, the caller compares the checksums of that.
    package static func items(
        _ names: [String], from path: String, limit: Int = 1 << 40, isChecked: Bool = true
    ) throws(FileError) -> [String: NumPyItems] {
        let bytes = try map(path)
        return try bytes.reading { () throws(FileError) in
            let reader = ZipReader(bytes, path: path)
            guard let members = try reader.members(named: Set(names.map { $0 + ".npy" })) else {
                throw FileError(
                    "\(path) is not an .npz file",
                    hint: "write one with numpy.savez or save weights")
            }
            var arrays: [String: NumPyItems] = [:]
            for name in names {
                guard let entry = members[name + ".npy"] else { continue }
                let items = try items(name, entry, reader, bytes, path, limit)
                arrays[name] = isChecked ? try items.checked() : items
            }
            return arrays
        }
    }

    /// The array of a `.npy` file, which stays mapped.
    package static func items(inFile path: String) throws(FileError) -> NumPyItems {
        let bytes = try map(path)
        return try bytes.reading { () throws(FileError) in
            let first = bytes.bytes(in: 0..<min(bytes.count, NumPyHeader.longest))
            guard let header = NumPyHeader(first) else {
                if let type = NumPyHeader.foreignType(first) {
                    throw FileError(
                        "\(path) has items of the type \(type), which lc does not read",
                        hint: NumPyHeader.hint(for: type))
                }
                throw FileError(
                    "\(path) is not an .npy file with an array of numbers or text",
                    hint: "write one with numpy.save")
            }
            guard let items = NumPyItems(header: header, storage: bytes, offset: header.length)
            else {
                throw FileError(
                    "\(path) ends before the last of its \(header.count) items",
                    hint: "write it again")
            }
            return items
        }
    }

    /// The names of an archive's arrays.
    package static func names(in path: String) throws(FileError) -> [String] {
        let bytes = try map(path)
        return try bytes.reading { () throws(FileError) in
            try ZipReader(bytes, path: path).names().filter { $0.hasSuffix(".npy") }
                .map { String($0.dropLast(4)) }
        }
    }

    private static func map(_ path: String) throws(FileError) -> ByteStorage {
        do throws(SystemError) { return try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
    }

    private static func items(
        _ name: String, _ entry: Int, _ reader: ZipReader, _ bytes: ByteStorage, _ path: String,
        _ limit: Int
    ) throws(FileError) -> NumPyItems {
        let unreadable = FileError(
            "\(name).npy in \(path) is not an array that lc reads",
            hint: "write it again with numpy.savez")
        func header(_ first: [UInt8]) throws(FileError) -> NumPyHeader {
            guard let header = NumPyHeader(first) else {
                guard let type = NumPyHeader.foreignType(first) else { throw unreadable }
                throw FileError(
                    "\(name).npy in \(path) has items of the type \(type), which lc does not read",
                    hint: NumPyHeader.hint(for: type))
            }
            guard header.count <= limit else {
                throw FileError(
                    "\(name) in \(path) is \(header.shape), which is more than the \(limit) numbers that it can have",
                    hint: "check that it is the right file")
            }
            return header
        }
        if let stored = try reader.stored(ofEntryAt: entry) {
            let places = stored.places
            let header = try header(bytes.bytes(in: places.prefix(NumPyHeader.longest)))
            guard header.size == places.count,
                let items = NumPyItems(
                    header: header, storage: bytes, offset: places.lowerBound + header.length,
                    stated: stored)
            else { throw unreadable }
            return items
        }
        let shape = Gzip.Header(count: NumPyHeader.longest) { first throws(FileError) in
            try header(first).size
        }
        let content = try reader.content(ofEntryAt: entry, header: shape)
        try MemoryBudget.requestForFile(content.count, for: "\(name) of \(path)")
        let first = try header(Swift.Array(content.prefix(NumPyHeader.longest)))
        guard first.size == content.count,
            let items = NumPyItems(
                header: first, storage: ByteStorage(bytes: content), offset: first.length)
        else { throw unreadable }
        return items
    }
}
