import Platform
internal import CZlib

/// Reading gzip files through zlib.
package enum Gzip {
    package static func isGzip(_ bytes: ByteStorage) -> Bool {
        bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    }

    /// The contents, refused as soon as they are longer than `limit`.
    package static func inflate(_ bytes: ByteStorage, path: String, limit: Int) throws(FileError)
        -> [UInt8]
    {
        try inflate(bytes, windowBits: 15 + 16, path: path, limit: limit)
    }

    /// The same for a deflate stream without gzip's frame, as zip archives hold it.
    package static func inflateRaw(_ bytes: [UInt8], path: String, limit: Int) throws(FileError)
        -> [UInt8]
    {
        try inflate(ByteStorage(bytes: bytes), windowBits: -15, path: path, limit: limit)
    }

    private static func inflate(
        _ bytes: ByteStorage, windowBits: Int32, path: String, limit: Int
    ) throws(FileError) -> [UInt8] {
        try bytes.withBytes { packed throws(FileError) in
            try unsafe packed.withUnsafeBytes { input throws(FileError) in
                try unsafe inflate(input, windowBits: windowBits, path: path, limit: limit)
            }
        }
    }

    @unsafe
    private static func inflate(
        _ input: UnsafeRawBufferPointer, windowBits: Int32, path: String, limit: Int
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
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        unsafe stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        unsafe stream.avail_in = UInt32(clamping: input.count)
        while true {
            let size = chunk.count
            let status = unsafe chunk.withUnsafeMutableBufferPointer { buffer in
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = UInt32(size)
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            output += unsafe chunk[..<(size - Int(stream.avail_out))]
            guard output.count <= limit else {
                throw FileError(
                    "\(path) unpacks to more than \(limit) bytes",
                    hint: "check that it is the right file")
            }
            if status == Z_STREAM_END { return output }
            let isStuck = unsafe stream.avail_in == 0 && stream.avail_out > 0
            guard status == Z_OK, !isStuck else {
                let place = unsafe input.count - Int(stream.avail_in)
                throw FileError(
                    "\(path) is \(isStuck ? "cut short" : "damaged") at byte \(place) of its packed data",
                    hint: "download it again")
            }
        }
    }
}
