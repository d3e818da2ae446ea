package import Platform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes that never change: an array's, or a file's, mapped and read as they are needed.
///
/// A mapped file that another program shortens meanwhile ends the process with SIGBUS, as for every
/// program that maps files.
@safe
package final class ByteStorage: Sendable {
    package let count: Int
    // Safe to share: the memory is read-only and lives as long as the object.
    private nonisolated(unsafe) let base: UnsafeRawPointer
    private let isMapped: Bool

    package init(bytes: [UInt8]) {
        count = bytes.count
        isMapped = false
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 64)
        unsafe bytes.withUnsafeBytes {
            unsafe copy.copyMemory(
                from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        unsafe base = UnsafeRawPointer(copy)
    }

    /// Maps a regular file.
    ///
    /// - Throws: what the system said; `EISDIR` for a folder, `EINVAL` for a pipe or a device.
    package init(mapping path: String) throws(SystemError) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw SystemError(code: errno) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw SystemError(code: errno) }
        let type = status.st_mode & S_IFMT
        guard type != S_IFDIR else { throw SystemError(code: EISDIR) }
        guard type == S_IFREG else { throw SystemError(code: EINVAL) }
        count = Int(status.st_size)
        guard count > 0 else {
            isMapped = false
            unsafe base = UnsafeRawPointer(
                UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 64))
            return
        }
        isMapped = true
        let mapping = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
        guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
            throw SystemError(code: errno)
        }
        unsafe madvise(mapping, count, MADV_WILLNEED)
        unsafe base = UnsafeRawPointer(mapping)
    }

    deinit {
        if isMapped {
            unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
        } else {
            unsafe base.deallocate()
        }
    }

    package subscript(offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < count, "a byte inside the storage")
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Where a row begins; the caller keeps the storage alive.
    @unsafe
    package func pointer(at offset: Int) -> UnsafeRawPointer { unsafe base + offset }
}
