import LineEditing
import Platform
import TerminalText
import TestSupport
import Testing

/// A terminal whose bytes, pauses and signals stand in a script. Its time passes only when somebody
/// waits, and what is written to it is on a model of a screen.
final class ScriptedTerminal: ByteSource, Screen, TerminalControl {
    enum Event {
        case bytes([UInt8])
        /// In milliseconds.
        case pause(Int)
        case signal(TerminalSignal)
        case resize(columns: Int, rows: Int)
        /// Happens when the editor waits for whatever comes.
        case check((ScriptedTerminal) -> Void)
    }

    private(set) var model: ScreenModel
    /// Everything that was written.
    private(set) var written = ""
    private(set) var stops = 0
    private(set) var isEditing = false
    private(set) var isRestored = false
    private(set) var script: [Event] = []
    /// Whether it answers questions by itself.
    var answers = true
    private var window: WindowSize
    private(set) var now = ContinuousClock.now

    init(columns: Int, rows: Int, wrapsAgain: Bool) {
        model = ScreenModel(columns: columns, rows: rows, wrapsAgain: wrapsAgain)
        window = WindowSize(columns: columns, rows: rows)
    }

    /// Tells another size than the screen has, as a terminal may that knows none.
    func tellSize(columns: Int, rows: Int) { window = WindowSize(columns: columns, rows: rows) }

    func append(_ event: Event) { script.append(event) }

    // MARK: - Bytes and signals

    func wait(milliseconds: Int?) -> Arrival {
        var left = milliseconds
        while let event = script.first {
            switch event {
            case .bytes(let bytes):
                script.removeFirst()
                return .bytes(bytes)
            case .signal(let signal):
                script.removeFirst()
                return .signal(signal)
            case .resize(let columns, let rows):
                script.removeFirst()
                model.resize(columns: columns, rows: rows)
                window = WindowSize(columns: columns, rows: rows)
                return .signal(.resize)
            case .pause(let length):
                if let time = left, time <= length {
                    script[0] = .pause(length - time)
                    now += .milliseconds(time)
                    return .silence
                }
                left = left.map { $0 - length }
                now += .milliseconds(length)
                script.removeFirst()
            case .check(let check):
                // A check does not pass time: what waits for silence finds it here.
                guard left == nil else { return .silence }
                script.removeFirst()
                check(self)
            }
        }
        now += .milliseconds(left ?? 0)
        return left == nil ? .end : .silence
    }

    var isReadable: Bool {
        for event in script {
            switch event {
            case .bytes: return true
            case .signal, .resize: continue
            case .pause, .check: return false
            }
        }
        return false
    }

    func discard(_ signals: Set<TerminalSignal>) {
        while case .signal(let signal)? = script.first, signals.contains(signal) {
            script.removeFirst()
        }
    }

    // MARK: - The screen

    func write(_ text: ShownText) { write(text.encoded) }

    private func write(_ text: String) {
        written += text
        model.feed(text)
        let replies = model.replies
        model.replies = ""
        if answers, !replies.isEmpty { script.insert(.bytes(Array(replies.utf8)), at: 0) }
    }

    var size: WindowSize { window }

    // MARK: - Modes

    var controlKeys: ControlKeys { ControlKeys() }

    func makeRaw(isEditing: Bool) { self.isEditing = isEditing }

    func markPastes() { write("\u{1B}[?2004h") }

    func watchFocus(_ isOn: Bool) { write(isOn ? "\u{1B}[?1004h" : "\u{1B}[?1004l") }

    func restore() { isRestored = true }

    func stop() { stops += 1 }

    func quit() {}
}
