#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waiting for input.
package enum Poll {
    package enum Outcome: Sendable, Equatable {
        /// Which files have something to read, or have ended, in the order of the question.
        case ready([Bool])
        /// Nothing came in the time.
        case silence
        /// A signal came.
        case interrupted
    }

    /// Waits at most some milliseconds, or without end for a negative number.
    package static func wait(for files: [Int32], milliseconds: Int32) -> Outcome {
        var requests = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let count = unsafe poll(&requests, nfds_t(requests.count), milliseconds)
        if count < 0, errno == EINTR { return .interrupted }
        return count == 0 ? .silence : .ready(requests.map { $0.revents != 0 })
    }

    /// Whether a file has bytes to read within the time.
    package static func isReadable(_ file: Int32, milliseconds: Int32) -> Bool {
        var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0 && request.revents & Int16(POLLIN) != 0
    }
}
