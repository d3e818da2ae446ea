import LineEditing
import Platform
import TerminalText

/// A terminal on which bytes are typed, a few at a time, and whose screen nobody sees.
final class TypedKeys: ByteSource, Screen, TerminalControl {
    private var bytes: ArraySlice<UInt8>
    /// Time passes only where nothing is typed.
    private(set) var now = ContinuousClock.now

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    func wait(milliseconds: Int?) -> Arrival {
        guard let first = bytes.first else {
            guard let milliseconds else { return .end }
            now += .milliseconds(milliseconds)
            return .silence
        }
        // The first byte of each part decides how much comes at once, and whether a pause is before it.
        if let milliseconds, first == 0xFF {
            now += .milliseconds(milliseconds)
            bytes = bytes.dropFirst()
            return .silence
        }
        let part = Array(bytes.prefix(Int(first % 7) + 1))
        bytes = bytes.dropFirst(part.count)
        return .bytes(part)
    }

    var isReadable: Bool { !bytes.isEmpty }

    func discard(_ signals: Set<TerminalSignal>) {}

    func write(_ text: ShownText) {}

    var size: WindowSize { WindowSize(columns: 20, rows: 5) }

    var controlKeys: ControlKeys { ControlKeys() }

    func makeRaw(isEditing: Bool) {}

    func markPastes() {}

    func watchFocus(_ isOn: Bool) {}

    func restore() {}

    func stop() {}

    func quit() {}
}
