#if canImport(Glibc)
    import Glibc
#endif

/// Pages of two megabytes for memory that is filled as a whole: taking it in pages of four kilobytes costs more
/// than filling it.
package enum LargePages {
    private static let size = 2 << 20
    /// Smaller memory gains nothing.
    private static let worthwhile = 4 * size

    /// Asks the system, which may refuse without harm. Where it has no such advice, nothing is done.
    @unsafe
    package static func advise(_ start: UnsafeMutableRawPointer, count: Int) {
        #if os(Linux)
            guard count >= worthwhile else { return }
            let begin = unsafe start.alignedUp(toMultipleOf: size)
            let end = unsafe (start + count).alignedDown(toMultipleOf: size)
            unsafe madvise(begin, end - begin, MADV_HUGEPAGE)
        #endif
    }
}
