/// Numbers that begin at a multiple of 64 bytes, a cache line and the widest vector, so that no
/// vector of them lies across two lines.
///
/// It is shared, not copied: nothing may read it while it is being filled. Public, because the
/// compiler inlines only public functions into other modules.
@safe
public final class AlignedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
    public let count: Int
    @usableFromInline let base: UnsafeMutableBufferPointer<Element>

    /// A buffer whose elements are all `value` at first.
    public init(repeating value: Element, count: Int) {
        self.count = count
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
        let start = unsafe bytes.bindMemory(to: Element.self, capacity: max(count, 1))
        unsafe start.initialize(repeating: value, count: count)
        unsafe base = UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// A copy of an array.
    public convenience init(_ elements: [Element]) where Element == Float {
        self.init(repeating: 0, count: elements.count)
        _ = unsafe base.update(fromContentsOf: elements)
    }

    /// Copies the elements to an array of the same length.
    public func copy(to array: inout [Element]) {
        precondition(array.count == count, "an array of the same length")
        unsafe array.withUnsafeMutableBufferPointer {
            _ = unsafe $0.update(fromContentsOf: base)
        }
    }

    deinit { unsafe UnsafeMutableRawPointer(base.baseAddress)?.deallocate() }

    /// The same memory for pieces of work that each fill a part of it.
    @inlinable
    public var writes: DisjointWrites<Element> { unsafe DisjointWrites(base) }

    @inlinable
    public func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
        body(unsafe base.span)
    }

    @inlinable
    public func withMutableSpan<Result>(_ body: (inout MutableSpan<Element>) -> Result) -> Result {
        var span = unsafe base.mutableSpan
        return body(&span)
    }

    @unsafe
    var pointer: UnsafeMutablePointer<Element> { unsafe base.baseAddress.unsafelyUnwrapped }
}
