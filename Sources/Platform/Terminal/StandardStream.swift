#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The three streams that a process is born with.
package enum StandardStream: Int32, Sendable {
    case input, output, errors

    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes all of it, whatever signals come in between.
    package func write(_ text: String) throws(SystemError) {
        var text = text
        let error = text.withUTF8 { bytes -> SystemError? in
            var done = 0
            while done < bytes.count {
                let rest = unsafe bytes.baseAddress.map { unsafe $0 + done }
                let count = unsafe systemWrite(rawValue, rest, bytes.count - done)
                if count > 0 {
                    done += count
                } else if count == 0 || errno == EAGAIN {
                    usleep(1000)
                } else if errno != EINTR {
                    return .last
                }
            }
            return nil
        }
        if let error { throw error }
    }

    /// Keeps the numbers of streams that the program was started without, so that no file gets one of
    /// them and what is shown does not end up in it. Reading or writing such a stream is an error.
    package static func keepNumbers() {
        for file in [Self.input, .output, .errors] where fcntl(file.rawValue, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", file == .input ? O_WRONLY : O_RDONLY)
        }
    }

    /// Writes without waiting, and gives up what there is no room for. May be called by a signal
    /// handler.
    package func writeOnce(_ text: StaticString) {
        _ = unsafe systemWrite(rawValue, text.utf8Start, text.utf8CodeUnitCount)
    }
}

/// `write` by a name that the methods above do not hide.
@unsafe
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(file, bytes, count)
}
