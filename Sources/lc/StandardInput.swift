import Session
import Syntax

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Scripts from a pipe.
enum StandardInput {
    private static let sizeLimit = 64 << 20

    static func read() throws(Failure) -> Source {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let size = chunk.count
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe systemRead(0, buffer.baseAddress, size)
            }
            if count < 0, errno == EINTR, !Interrupt.isRequested { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= sizeLimit else {
                throw Failure("standard input is larger than a script can be (64 MB)")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure("standard input is not UTF-8 text", hint: "convert it to UTF-8")
        }
        return Source(name: "standard input", text: text)
    }

    @unsafe
    private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
        -> Int
    {
        #if canImport(Glibc)
            unsafe Glibc.read(file, buffer, count)
        #else
            unsafe Darwin.read(file, buffer, count)
        #endif
    }
}
