package import Platform

/// Where a terminal's bytes and signals come from.
package protocol ByteSource {
    /// Waits for what comes next, at most for a time; nil is until something comes.
    func wait(milliseconds: Int?) -> Arrival
    /// The time that waiting takes.
    var now: ContinuousClock.Instant { get }
    /// Whether bytes wait.
    var isReadable: Bool { get }
    /// Takes away signals that wait.
    func discard(_ signals: Set<TerminalSignal>)
}
