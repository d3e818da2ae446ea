import Platform

/// A folder with files of a tar archive, gzipped or not, which are unpacked into the cache once.
///
/// The folder's name has the checksum of all that the archive holds, so that a changed archive is
/// unpacked anew. Each file is whole or not there, and a list of their sizes is written last.
package enum UnpackedArchive {
    private static let list = "unpacked"
    /// Larger than any archive of the data sets that come as such.
    private static let sizeLimit = 8 << 30

    package static let endings = [".tar.gz", ".tgz", ".tar"]

    /// The path of the folder. `names` are the files that are wanted, without their folders.
    package static func folder(
        of path: String, names: Set<String>, limit: Int = sizeLimit
    ) throws(FileError) -> String {
        let packed: ByteStorage
        do throws(SystemError) { packed = try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
        guard packed.count >= 18 else { throw FileError("\(path) is not a tar archive") }
        return try packed.reading { () throws(FileError) in
            let folder = try CacheFolder.make("\(try key(packed))-\(packed.count)")
            if !isWhole(folder, names) {
                try unpack(packed, path, into: folder, names: names, limit: limit)
            }
            return folder
        }
    }

    /// The checksum of the contents: a gzip file has it at its end.
    private static func key(_ packed: ByteStorage) throws(FileError) -> String {
        let last = packed.bytes(in: packed.count - 8..<packed.count)
        let checksum: UInt64 = LittleEndian.number(last[...])
        guard Gzip.isGzip(packed) else {
            return String(try Checksum.crc32(packed, in: 0..<packed.count), radix: 16)
        }
        return String(checksum, radix: 16)
    }

    /// Whether all files that were listed are there in their sizes.
    private static func isWhole(_ folder: String, _ names: Set<String>) -> Bool {
        guard let storage = try? ByteStorage(mapping: "\(folder)/\(list)"), storage.count < 1 << 16
        else { return false }
        let lines = storage.text().split(separator: "\n")
        var listed: Set<String> = []
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let size = Int(words[0]),
                let status = try? FileStatus(of: "\(folder)/\(words[1])"), status.size == size
            else { return false }
            listed.insert(String(words[1]))
        }
        return !listed.isEmpty && listed.isSubset(of: names)
    }

    private static func unpack(
        _ packed: ByteStorage, _ path: String, into folder: String, names: Set<String>, limit: Int
    ) throws(FileError) {
        let archive =
            Gzip.isGzip(packed)
            ? ByteStorage(bytes: try Gzip.inflate(packed, path: path, limit: limit)) : packed
        // The list is written only where the archive is still whole after its files.
        let sizes = try packed.reading { () throws(FileError) in
            var sizes: [String] = []
            for member in try TarReader.members(of: archive, path: path) {
                // Only names without folders are written, and only those that are asked for.
                let name = member.name.split(separator: "/").last.map(String.init) ?? ""
                guard names.contains(name) else { continue }
                try AtomicFile.write(archive.bytes(in: member.places), to: "\(folder)/\(name)")
                sizes.append("\(member.places.count) \(name)\n")
            }
            return sizes
        }
        guard !sizes.isEmpty else {
            throw FileError(
                "\(path) has none of the files \(names.sorted().joined(separator: ", "))",
                hint: "check that it is the right archive")
        }
        try AtomicFile.write(Array(sizes.joined().utf8), to: "\(folder)/\(list)")
    }
}
