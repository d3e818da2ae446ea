import Platform

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
        // Of less the allocator has memory that was used before.
        let size = count * MemoryLayout<Element>.stride
        if size >= 1 << 20 { unsafe MemoryPages.take(bytes, count: size) }
        let start = unsafe bytes.bindMemory(to: Element.self, capacity: max(count, 1))
        unsafe start.initialize(repeating: value, count: count)
        unsafe base = UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// A buffer whose elements mean nothing until each is written: its memory is taken page by page by
    /// whoever writes first, which may be several threads.
    public init(unwritten count: Int) {
        self.count = count
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
        unsafe base = UnsafeMutableBufferPointer(
            start: bytes.bindMemory(to: Element.self, capacity: max(count, 1)), count: count)
    }

    /// Takes the memory of elements that the caller writes next, at once in place of page by page.
    package func takeMemory(of places: Range<Int>) {
        precondition(
            places.lowerBound >= 0 && places.upperBound <= count, "places inside the buffer")
        unsafe MemoryPages.take(
            UnsafeMutableRawPointer(pointer + places.lowerBound),
            count: places.count * MemoryLayout<Element>.stride)
    }

    /// Copies `count` elements from one place to another, which may overlap.
    public func move(from source: Int, to target: Int, count: Int) {
        precondition(source >= 0 && target >= 0 && count >= 0, "places inside the buffer")
        precondition(source + count <= self.count && target + count <= self.count)
        unsafe (pointer + target).update(from: pointer + source, count: count)
    }

    /// Copies the first elements of another buffer to a place.
    public func copy(_ count: Int, of other: AlignedBuffer, to target: Int) {
        precondition(count >= 0 && count <= other.count && target >= 0)
        precondition(target + count <= self.count, "places inside the buffer")
        unsafe (pointer + target).update(from: other.pointer, count: count)
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
