/// What came while a program waited for its terminal.
package enum Arrival: Equatable, Sendable {
    case bytes([UInt8])
    case signal(TerminalSignal)
    /// Nothing, within the time that was waited.
    case silence
    case end

    /// Waits for bytes on standard input or for a signal.
    ///
    /// - Parameter milliseconds: how long at most; nil is until something comes.
    /// - Returns: what came first.
    package static func wait(milliseconds: Int?) -> Arrival {
        while true {
            if let signal = TerminalSignal.take() { return .signal(signal) }
            let limit = milliseconds.map { Int32($0) } ?? -1
            switch Poll.wait(for: [0, SignalPipe.reader], milliseconds: limit) {
            case .silence: return .silence
            case .interrupted: continue
            case .ready(let ready): if !ready[1] { return read() }
            }
        }
    }

    /// Whether bytes wait on standard input.
    package static var isReadable: Bool { Poll.isReadable(0, milliseconds: 0) }

    private static func read() -> Arrival {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        do throws(SystemError) {
            let count = try FileDescriptor.standardInput.read(into: &chunk)
            return count > 0 ? .bytes(Array(chunk[..<count])) : .end
        } catch {
            return error.isInterruption || error.isNotReady ? .silence : .end
        }
    }
}
