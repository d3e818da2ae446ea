import Platform

/// Arrays in NumPy's `.npz` layout: a zip archive of `.npy` members.
package enum NumPyArchive {
    /// Numbers in C order, the last index running fastest.
    package struct Array: Sendable, Equatable {
        package let shape: [Int]
        package let values: [Float]
    }

    /// Writes float32 arrays, stored without compression.
    package static func write(
        _ arrays: [(name: String, shape: [Int], values: [Float])], to path: String
    ) throws(FileError) {
        var zip = ZipWriter()
        for (name, shape, values) in arrays {
            let array = Array(shape: shape, values: values)
            guard zip.add("\(name).npy", try array.member()) else {
                throw FileError("\(path) would be larger than a zip archive can be")
            }
        }
        try AtomicFile.write(zip.archive, to: path)
    }

    /// Those of the archive's arrays that have one of some names, as single-precision numbers; what is
    /// not asked for is not unpacked. An array of more than `limit` numbers is refused.
    package static func read(
        _ names: [String], from path: String, limit: Int = 1 << 29
    ) throws(FileError) -> [String: Array] {
        let bytes: ByteStorage
        do throws(SystemError) { bytes = try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
        return try bytes.reading { () throws(FileError) in
            try read(names, ZipReader(bytes, path: path), path: path, limit: limit)
        }
    }

    private static func read(
        _ names: [String], _ reader: ZipReader, path: String, limit: Int
    ) throws(FileError) -> [String: Array] {
        guard let members = try reader.members(named: Set(names.map { $0 + ".npy" })) else {
            throw FileError(
                "\(path) is not an .npz file", hint: "write one with numpy.savez or save weights")
        }
        var arrays: [String: Array] = [:]
        for name in names {
            guard let entry = members[name + ".npy"] else { continue }
            let unreadable = FileError(
                "\(name).npy in \(path) is not an array that lc reads",
                hint: "save it as float32 in C order")
            let header = Gzip.Header(count: Array.longestHeader) { first throws(FileError) in
                guard let header = Array.Header(first) else { throw unreadable }
                guard header.count <= limit else {
                    throw FileError(
                        "\(name) in \(path) is \(header.shape), which is more than the \(limit) numbers that it can have",
                        hint: "check that it is the right file")
                }
                return header.size
            }
            let content = try reader.content(ofEntryAt: entry, header: header)
            try MemoryBudget.requestForFile(content.count, for: "\(name) of \(path)")
            guard let array = try Array(member: content) else { throw unreadable }
            arrays[name] = array
        }
        return arrays
    }
}
