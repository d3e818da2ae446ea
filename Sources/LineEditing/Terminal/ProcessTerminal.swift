import Platform
import TerminalText

/// The terminal that the process runs in.
struct ProcessTerminal: ByteSource, Screen, TerminalControl {
    init() { TerminalSignals.install() }

    // MARK: - Bytes and signals

    func wait(milliseconds: Int?) -> Arrival { Arrival.wait(milliseconds: milliseconds) }

    var now: ContinuousClock.Instant { .now }

    var isReadable: Bool { Arrival.isReadable }

    func discard(_ signals: Set<TerminalSignal>) { TerminalSignal.discard(signals) }

    // MARK: - The screen

    func write(_ text: ShownText) { ShownOutput.write(text) }

    var size: WindowSize { WindowSize.current }

    // MARK: - Modes

    var controlKeys: ControlKeys { TerminalModes.controlKeys }

    func makeRaw(isEditing: Bool) { SessionTerminal.take(isEditing: isEditing) }

    func markPastes() { SessionTerminal.markPastes() }

    func watchFocus(_ isOn: Bool) { SessionTerminal.watchFocus(isOn) }

    func restore() { SessionTerminal.restore() }

    func stop() { TerminalSignals.stop() }

    func quit() { Signal.quit.send() }
}
