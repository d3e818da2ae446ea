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
            guard zip.add("\(name).npy", array.member) else {
                throw FileError("\(path) would be larger than a zip archive can be")
            }
        }
        try AtomicFile.write(zip.archive, to: path)
    }

    /// Every array of the archive as single-precision numbers.
    package static func read(_ path: String) throws(FileError) -> [String: Array] {
        let bytes: ByteStorage
        do throws(SystemError) { bytes = try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
        guard let members = try ZipReader(bytes, path: path).members() else {
            throw FileError(
                "\(path) is not an .npz file", hint: "write one with numpy.savez or save weights")
        }
        var arrays: [String: Array] = [:]
        for (name, content) in members where name.hasSuffix(".npy") {
            guard let array = Array(member: content) else {
                throw FileError(
                    "\(name) in \(path) is not an array that lc reads",
                    hint: "save it as float32 in C order")
            }
            arrays[String(name.dropLast(4))] = array
        }
        return arrays
    }
}
