import Files

/// Packed bytes: unpacked to no more than the limit, or to what a header of four bytes says.
enum GzipTarget: FuzzTarget {
    static let name = "gzip"
    private static let limit = 1 << 20

    static func take(_ bytes: [UInt8]) {
        let packed = ByteStorage(bytes: bytes)
        guard Gzip.isGzip(packed) else { return }
        let plain = FuzzFolder.accepted { () throws(FileError) in
            try Gzip.inflate(packed, path: "fuzz.gz", limit: limit)
        }
        promise((plain?.count ?? 0) <= limit, "more bytes than the limit")
        let header = Gzip.Header(count: 4) { first throws(FileError) in
            guard first.count == 4 else { throw FileError("no header") }
            return Int(first[3]) * 100
        }
        let headed = FuzzFolder.accepted { () throws(FileError) in
            try Gzip.inflate(packed, path: "fuzz.gz", limit: limit, header: header)
        }
        if let headed {
            promise(headed.count <= Int(headed[3]) * 100, "more bytes than the header says")
            promise(headed == plain, "the bytes depend on the header")
        }
    }
}
