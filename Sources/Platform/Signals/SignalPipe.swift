import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A pipe in which signal handlers leave notes, which wakes whoever waits for its reading end.
package enum SignalPipe {
    private static let readingEnd = Atomic<Int32>(-1)
    private static let writingEnd = Atomic<Int32>(-1)

    /// Where notes can be waited for; negative before ``open()``.
    package static var reader: Int32 { readingEnd.load(ordering: .relaxed) }

    /// Makes the pipe, before any handler is installed.
    ///
    /// - Returns: false where the pipe was open already, or the system has none left.
    package static func open() -> Bool {
        guard reader < 0 else { return false }
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return false }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        readingEnd.store(ends[0], ordering: .relaxed)
        writingEnd.store(ends[1], ordering: .relaxed)
        return true
    }

    /// Leaves a note. May be called by a signal handler.
    package static func note(_ code: UInt8) {
        var code = code
        Signal.keepingErrno { _ = unsafe write(writingEnd.load(ordering: .relaxed), &code, 1) }
    }

    /// Takes the oldest note.
    package static func take() -> UInt8? {
        var code: UInt8 = 0
        return unsafe read(reader, &code, 1) == 1 ? code : nil
    }
}
