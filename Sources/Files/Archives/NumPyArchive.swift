import Platform

/// Arrays in NumPy's layouts: a `.npy` file, or `.npz`, a zip archive of such files.
package enum NumPyArchive {
    /// Numbers in C order, the last index running fastest.
    package struct Array: Sendable, Equatable {
        package let shape: [Int]
        package let values: [Float]
    }

    /// What is written as an array.
    package enum Content: Sendable {
        /// float32 in C order.
        case numbers(shape: [Int], [Float])
        /// A row of text.
        case texts([String])
    }

    /// Writes arrays, stored without compression.
    package static func write(
        _ arrays: [(name: String, content: Content)], to path: String
    ) throws(FileError) {
        var zip = ZipWriter()
        for (name, content) in arrays {
            guard try zip.add("\(name).npy", content.member()) else {
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
        var arrays: [String: Array] = [:]
        for (name, items) in try items(names, from: path, limit: limit) {
            guard !items.header.type.isText else {
                throw FileError(
                    "\(name) in \(path) holds text, where numbers belong",
                    hint: "check that it is the right file")
            }
            arrays[name] = Array(shape: items.header.shape, values: try items.numbers())
        }
        return arrays
    }
}
