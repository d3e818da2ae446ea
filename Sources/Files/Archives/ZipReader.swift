import Platform

/// Reads the members of a zip archive.
struct ZipReader {
    private let bytes: ByteStorage
    private let path: String

    /// The length of the record at the end of the archive, without its comment.
    private static let endLength = 22
    private static let longestComment = 65_535
    private static let sizeLimit = 1 << 31

    init(_ bytes: ByteStorage, path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// The places of the members that have one of some names, in the directory; of members with the
    /// same name the first. Nil where the file is not a zip archive.
    func members(named names: Set<String>) throws(FileError) -> [String: Int]? {
        guard let end = try endRecord() else { return nil }
        var members: [String: Int] = [:]
        for (name, place) in try entries(end) where names.contains(name) {
            if members[name] == nil { members[name] = place }
        }
        return members
    }

    /// The names of all members; none where the file is not a zip archive.
    func names() throws(FileError) -> [String] {
        try endRecord().map { end throws(FileError) in try entries(end).map(\.name) } ?? []
    }

    /// The names and places of the directory's entries.
    private func entries(_ end: Int) throws(FileError) -> [(name: String, place: Int)] {
        var entries: [(String, Int)] = []
        var place = try number(end + 16, 4)
        for _ in 0..<(try number(end + 10, 2)) {
            guard try number(place, 4) == ZipWriter.directorySignature else { throw damaged(place) }
            let nameLength = try number(place + 28, 2)
            entries.append(
                (String(decoding: try slice(place + 46, nameLength), as: UTF8.self), place))
            place += 46 + nameLength + (try number(place + 30, 2)) + (try number(place + 32, 2))
        }
        return entries
    }

    /// Where the content of a member lies that is stored without compression, and its checksum, which is
    /// for the caller to compare; nil for others.
    func stored(ofEntryAt entry: Int) throws(FileError) -> StatedChecksum? {
        guard try number(entry + 10, 2) == 0 else { return nil }
        let places = try packedPlaces(ofEntryAt: entry)
        return StatedChecksum(
            places: places, value: UInt32(try number(entry + 16, 4)),
            mismatch: damaged(places.lowerBound))
    }

    private func packedPlaces(ofEntryAt entry: Int) throws(FileError) -> Range<Int> {
        let place = try number(entry + 42, 4)
        guard try number(place, 4) == ZipWriter.memberSignature else { throw damaged(place) }
        let begin = place + 30 + (try number(place + 26, 2)) + (try number(place + 28, 2))
        return try places(begin, try number(entry + 20, 4))
    }

    /// Where the record at the end begins; a comment may follow it. Nil where the file is no zip archive.
    private func endRecord() throws(FileError) -> Int? {
        let last = bytes.count - Self.endLength
        guard last >= 0 else { return nil }
        let signature = LittleEndian.bytes(ZipWriter.endSignature, 4)
        let place = stride(from: last, through: max(0, last - Self.longestComment), by: -1).first {
            bytes[$0] == signature[0] && bytes.bytes(in: $0..<$0 + 4) == signature
        }
        guard place == nil, try number(0, 4) == ZipWriter.memberSignature else { return place }
        throw FileError(
            "\(path) is cut short: the list of its arrays, at its end, is missing",
            hint: "write it again")
    }

    /// The unpacked content of the member that an entry of the directory describes, refused as soon as
    /// it is longer than its `header` says.
    func content(ofEntryAt entry: Int, header: Gzip.Header) throws(FileError) -> [UInt8] {
        let size = try number(entry + 24, 4)
        let packed = try packedPlaces(ofEntryAt: entry)
        guard size <= Self.sizeLimit else { throw damaged(entry) }
        let content = try unpacked(
            packed, method: try number(entry + 10, 2), size: size, header: header)
        let checksum = try number(entry + 16, 4)
        guard content.count == size, try Checksum.crc32(content) == checksum else {
            throw damaged(packed.lowerBound)
        }
        return content
    }

    private func unpacked(
        _ packed: Range<Int>, method: Int, size: Int, header: Gzip.Header
    ) throws(FileError) -> [UInt8] {
        switch method {
        case 0:
            let first = bytes.bytes(in: packed.prefix(header.count))
            guard packed.count <= (try header.size(first)) else { throw damaged(packed.lowerBound) }
            try MemoryBudget.requestForFile(packed.count, for: path)
            return bytes.bytes(in: packed)
        case 8:
            return try Gzip.inflateRaw(
                bytes, at: packed, path: path, limit: size, header: header)
        default:
            throw FileError(
                "\(path) is packed in a way that lc does not read", hint: "use numpy.savez")
        }
    }

    private func damaged(_ place: Int) -> FileError {
        FileError("\(path) is damaged at byte \(place)", hint: "write it again")
    }

    private func slice(_ place: Int, _ count: Int) throws(FileError) -> [UInt8] {
        bytes.bytes(in: try places(place, count))
    }

    private func places(_ place: Int, _ count: Int) throws(FileError) -> Range<Int> {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
            throw damaged(place)
        }
        return place..<place + count
    }

    private func number(_ place: Int, _ count: Int) throws(FileError) -> Int {
        LittleEndian.number(try slice(place, count))
    }
}
