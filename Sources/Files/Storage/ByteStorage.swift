package import Platform

/// Bytes that never change: an array's, or a file's, mapped and read as they are needed.
///
/// Where another program shortens a mapped file, its missing pages read as zeros and ``isChanged``
/// becomes true; ``reading(_:)`` asks for that.
@safe
package final class ByteStorage: Sendable {
    package let count: Int
    // Safe to share: the memory is read-only and lives as long as the object.
    private nonisolated(unsafe) let base: UnsafeRawPointer
    /// The file's memory; nil for an array's copy, which is this object's own.
    private let mapping: MemoryMapping?
    /// The path of the file that is mapped; nil for an array's copy.
    package let path: String?

    package init(bytes: [UInt8]) {
        count = bytes.count
        path = nil
        mapping = nil
        unsafe base = Self.copy(bytes)
    }

    /// Maps a regular file.
    ///
    /// - Throws: what the system said; `EISDIR` for a folder, `EINVAL` for a pipe or a device.
    package init(mapping path: String) throws(SystemError) {
        let mapping = try MemoryMapping(path)
        count = mapping.count
        self.path = path
        if let start = unsafe mapping.start {
            unsafe base = start
            self.mapping = consume mapping
        } else {
            unsafe base = Self.copy([])
            self.mapping = nil
        }
    }

    /// Whether another program has shortened the file, so that bytes that were read are not its own.
    package var isChanged: Bool {
        switch mapping {
        case .some(let mapping): mapping.isChanged
        case .none: false
        }
    }

    deinit { if mapping == nil { unsafe base.deallocate() } }

    @unsafe
    private static func copy(_ bytes: [UInt8]) -> UnsafeRawPointer {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 64)
        unsafe bytes.withUnsafeBytes {
            unsafe copy.copyMemory(
                from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        return UnsafeRawPointer(copy)
    }

    package subscript(offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < count, "a byte inside the storage")
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    @unsafe
    func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a part of the storage")
        return unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Gives all bytes to a function that cannot keep them.
    package func withBytes<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let span = unsafe RawSpan(_unsafeStart: base, byteCount: count)
        return try body(span)
    }

    /// The same for loops that look at each byte.
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = unsafe base.assumingMemoryBound(to: UInt8.self)
        return try body(unsafe Span(_unsafeStart: start, count: count))
    }

    /// Where a row begins; the caller keeps the storage alive.
    @unsafe
    package func pointer(at offset: Int) -> UnsafeRawPointer { unsafe base + offset }
}
