/// A signal that whoever reads keys takes as an event among them.
package enum TerminalSignal: UInt8, Sendable {
    case interrupt = 1
    case resize, suspend, resume

    /// Leaves a note that the signal has come. May be called by a signal handler.
    package func note() { SignalPipe.note(rawValue) }

    /// Takes the signal that was noted first; nil when none waits.
    package static func take() -> TerminalSignal? {
        SignalPipe.take().flatMap(TerminalSignal.init(rawValue:))
    }

    /// Takes all signals of these kinds away; the others stay in their order.
    package static func discard(_ kinds: Set<TerminalSignal>) {
        var kept: [TerminalSignal] = []
        while let signal = take() {
            if !kinds.contains(signal) { kept.append(signal) }
        }
        kept.forEach { $0.note() }
    }
}
