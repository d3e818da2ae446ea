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
    /// The file's memory; nil for an array's.
    private let mapping: MemoryMapping?
    /// The array, which keeps its memory in one place while nothing changes it; empty for a file.
    private let array: [UInt8]
    /// The path of the file that is mapped; nil for an array.
    package let path: String?

    /// Keeps the array without copying it, for it may be as large as memory allows.
    package init(bytes: [UInt8]) {
        count = bytes.count
        path = nil
        mapping = nil
        array = bytes
        unsafe base = Self.start(of: bytes)
    }

    /// Maps a regular file.
    ///
    /// - Throws: what the system said; `EISDIR` for a folder, `EINVAL` for a pipe or a device.
    package init(mapping path: String) throws(SystemError) {
        let mapping = try MemoryMapping(path)
        count = mapping.count
        self.path = path
        array = []
        if let start = unsafe mapping.start {
            unsafe base = start
            self.mapping = consume mapping
        } else {
            unsafe base = Self.start(of: [])
            self.mapping = nil
        }
    }

    /// Notices also that the file was shortened by less than a page.
    package func checkSize() { mapping?.checkSize() }

    /// Whether another program has shortened the file, so that bytes that were read are not its own.
    package var isChanged: Bool {
        switch mapping {
        case .some(let mapping): mapping.isChanged
        case .none: false
        }
    }

    /// Where an array's bytes begin; for an empty one, any place that is not nil.
    @unsafe
    private static func start(of bytes: [UInt8]) -> UnsafeRawPointer {
        unsafe bytes.withUnsafeBytes(\.baseAddress)
            ?? UnsafeRawPointer(bitPattern: 64).unsafelyUnwrapped
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
