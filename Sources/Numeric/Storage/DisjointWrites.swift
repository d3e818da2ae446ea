import Platform

/// Memory that several pieces of work write at places of their own.
///
/// Public, because the compiler inlines only public functions into other modules.
@safe
public struct DisjointWrites<Element: BitwiseCopyable>: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutableBufferPointer<Element>

    /// - Precondition: the buffer outlives every use, and no two threads use the same place.
    @inlinable
    public init(_ buffer: UnsafeMutableBufferPointer<Element>) { unsafe base = buffer }

    /// The number of places.
    @inlinable
    public var count: Int { unsafe base.count }

    @inlinable
    public subscript(index: Int) -> Element {
        get {
            unsafe precondition(index >= 0 && index < base.count, "a place inside the buffer")
            return unsafe base[index]
        }
        nonmutating set {
            unsafe precondition(index >= 0 && index < base.count, "a place inside the buffer")
            unsafe base[index] = newValue
        }
    }

    @inlinable
    public func withSlice<Result>(
        _ range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Result
    ) -> Result {
        unsafe precondition(
            range.lowerBound >= 0 && range.upperBound <= base.count, "places inside the buffer")
        var span = unsafe UnsafeMutableBufferPointer(rebasing: base[range]).mutableSpan
        return body(&span)
    }

    /// Takes the memory of places that are written next, at once in place of page by page.
    package func takeMemory(of places: Range<Int>) {
        unsafe precondition(
            places.lowerBound >= 0 && places.upperBound <= base.count, "places inside the buffer")
        unsafe MemoryPages.take(
            UnsafeMutableRawPointer(pointer(at: places.lowerBound)),
            count: places.count * MemoryLayout<Element>.stride)
    }

    @unsafe
    func pointer(at index: Int) -> UnsafeMutablePointer<Element> {
        unsafe precondition(index >= 0 && index <= base.count, "a place inside the buffer")
        return unsafe (base.baseAddress ?? UnsafeMutablePointer(bitPattern: 64).unsafelyUnwrapped)
            + index
    }
}

extension MutableSpan where Element: BitwiseCopyable {
    /// Calls `body` with the elements in `range`.
    @inlinable
    public mutating func withSlice<Result>(
        _ range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Result
    ) -> Result {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "places inside the span")
        return unsafe withUnsafeMutableBufferPointer {
            var span = unsafe UnsafeMutableBufferPointer(rebasing: $0[range]).mutableSpan
            return body(&span)
        }
    }
}

extension Array where Element: BitwiseCopyable {
    /// Calls `body` with the array's memory, for pieces of work that each fill a part of it. The
    /// memory must not be used after `body` returns.
    @inlinable
    public mutating func withDisjointWrites<Result>(
        _ body: (DisjointWrites<Element>) -> Result
    ) -> Result {
        unsafe withUnsafeMutableBufferPointer { body(unsafe DisjointWrites($0)) }
    }

    /// An array of elements that `body` writes, each of them: its memory is taken page by page by whoever
    /// writes first, which may be several threads. The writes must not be used after `body` returns.
    @inlinable
    public static func written(count: Int, by body: (DisjointWrites<Element>) -> Void) -> [Element]
    {
        unsafe [Element](unsafeUninitializedCapacity: count) { buffer, written in
            unsafe body(DisjointWrites(UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
            written = count
        }
    }
}
