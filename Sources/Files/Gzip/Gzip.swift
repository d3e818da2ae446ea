import Platform
internal import CZlib

/// Reading gzip files through zlib.
package enum Gzip {
    package static func isGzip(_ bytes: ByteStorage) -> Bool {
        bytes.count > 2 && bytes.bytes(in: 0..<2) == magic
    }

    private static let magic: [UInt8] = [0x1F, 0x8B]

    /// What a file's own header says of its size.
    package struct Header {
        /// How many bytes it has at most.
        package let count: Int
        /// The size of the whole, header and all, by its first bytes.
        package let size: ([UInt8]) throws(FileError) -> Int

        package init(count: Int, size: @escaping ([UInt8]) throws(FileError) -> Int) {
            self.count = count
            self.size = size
        }
    }

    /// The contents of all parts, refused as soon as they are longer than `limit`, or than their header
    /// says. Without a header that says how long they are, a file that was packed to deceive is told by
    /// how much it unpacks to.
    package static func inflate(
        _ bytes: ByteStorage, path: String, limit: Int, header: Header? = nil
    ) throws(FileError) -> [UInt8] {
        let size = header == nil ? PackedSize(bytes, path: path) : nil
        return try inflate(
            bytes, 0..<bytes.count, windowBits: 15 + 16, path: path, limit: limit, header: header,
            size)
    }

    /// The first `count` bytes of the contents, fewer where there are fewer or the rest is damaged.
    package static func beginning(of bytes: ByteStorage, path: String, count: Int) -> [UInt8] {
        var first: [UInt8] = []
        let header = Header(count: count) { contents throws(FileError) in
            first = contents
            throw FileError("enough was read")
        }
        _ = try? inflate(bytes, path: path, limit: .max, header: header)
        return first
    }

    /// The same for the deflate stream at `places`, without gzip's frame, as zip archives hold it.
    package static func inflateRaw(
        _ bytes: ByteStorage, at places: Range<Int>, path: String, limit: Int,
        header: Header? = nil
    ) throws(FileError) -> [UInt8] {
        try inflate(bytes, places, windowBits: -15, path: path, limit: limit, header: header)
    }

    private static func inflate(
        _ bytes: ByteStorage, _ places: Range<Int>, windowBits: Int32, path: String, limit: Int,
        header: Header?, _ size: PackedSize? = nil
    ) throws(FileError) -> [UInt8] {
        try bytes.withBytes { packed throws(FileError) in
            try unsafe packed.extracting(places).withUnsafeBytes { input throws(FileError) in
                try unsafe inflate(
                    input, windowBits: windowBits, path: path, limit: limit, header: header, size)
            }
        }
    }

    @unsafe
    private static func inflate(
        _ input: UnsafeRawBufferPointer, windowBits: Int32, path: String, limit: Int,
        header: Header?, _ size: PackedSize?
    ) throws(FileError) -> [UInt8] {
        var stream = unsafe z_stream()
        let version = ZLIB_VERSION
        guard
            unsafe inflateInit2_(&stream, windowBits, version, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else {
            throw FileError("\(path) cannot be unpacked: zlib did not start")
        }
        defer { unsafe inflateEnd(&stream) }
        var output: [UInt8] = []
        var (header, limit) = (header, limit)
        var budget = GrowingBudget(for: "\(path), unpacked,")
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        unsafe stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        // zlib counts in 32 bits: longer input is given in parts.
        var left = input.count
        while true {
            try Interruptible.check()
            if unsafe stream.avail_in == 0 {
                unsafe stream.avail_in = UInt32(clamping: left)
                left -= unsafe Int(stream.avail_in)
            }
            let room = chunk.count
            let status = unsafe chunk.withUnsafeMutableBufferPointer { buffer in
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = UInt32(room)
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            try budget.growForFile(to: output.count + room)
            output += unsafe chunk[..<(room - Int(stream.avail_out))]
            try size?.check(output.count)
            if let known = header, output.count >= known.count || status == Z_STREAM_END {
                limit = min(limit, try known.size(Array(output.prefix(known.count))))
                header = nil
            }
            guard output.count <= limit else {
                throw FileError(
                    "\(path) unpacks to more than \(limit) bytes",
                    hint: "check that it is the right file")
            }
            if status == Z_STREAM_END {
                // Where two packed files were joined, another part follows.
                let rest = unsafe input.dropFirst(input.count - left - Int(stream.avail_in))
                let isJoined = unsafe windowBits > 0 && rest.starts(with: magic)
                guard isJoined, unsafe inflateReset(&stream) == Z_OK else { return output }
                continue
            }
            let isStuck = unsafe stream.avail_in == 0 && stream.avail_out > 0
            guard status == Z_OK, !isStuck else {
                let place = unsafe input.count - left - Int(stream.avail_in)
                throw unreadable(path, at: place, isCutShort: isStuck)
            }
        }
    }

    private static func unreadable(_ path: String, at place: Int, isCutShort: Bool) -> FileError {
        FileError(
            "\(path) is \(isCutShort ? "cut short" : "damaged") at byte \(place) of its packed data",
            hint: "download it again")
    }
}
