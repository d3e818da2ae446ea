package import Platform

/// Makes characters, keys, pastes and signals of what comes from a terminal.
///
/// It is a value that waits for nothing: it is fed with bytes, signals and pauses, and says which
/// event they make or how long it needs to be fed with more.
///
/// A paste is one event: what stands between `ESC[200~` and `ESC[201~`, or, from a terminal that does
/// not mark pastes, several lines that arrive at once. Escape sequences that mean nothing here are
/// swallowed whole.
package struct KeyDecoder {
    package enum Step: Equatable, Sendable {
        case event(InputEvent)
        /// No whole event has come: more is needed, or a pause of this length; nil is any length.
        case needsMore(milliseconds: Int?)
    }

    enum Mode: Equatable {
        case keys
        /// Between the marks of a paste; the end mark does not begin before `searched`.
        case paste(searched: Int, isInterrupted: Bool)
        /// Lines that came at once.
        case burst
        /// An answer of the terminal's, up to its end.
        case answer
        /// What may be the rest of a key whose escape came before.
        case late
    }

    /// A lone escape is a key of its own: vi's way to its command mode.
    package var takesEscape = false
    /// Lines that come at once are a paste. They are none while what was typed ahead is read.
    package var joinsLines = false
    /// The bytes that came, of which those before `place` are done with.
    var bytes: [UInt8] = []
    var place = 0
    var mode = Mode.keys
    /// Signals that came inside a paste, for after it.
    var postponed: [InputEvent] = []
    /// An escape came alone and what has come last.
    var isBehindEscape = false
    /// The answer that comes, from behind `ESC ]` on.
    var answer: [UInt8] = []
    /// Answers that have come since somebody took them.
    var answers: [String] = []
    /// Something was asked that the terminal may answer.
    package var expectsAnswer = false
    /// It has not said yet that this is all it answers.
    package var awaitsAnswer = false
    private let controls: ControlKeys
    private var isSilent = false
    private var isEnded = false

    package init(controls: ControlKeys = ControlKeys()) { self.controls = controls }

    // MARK: - What it is fed with

    package mutating func feed(_ more: [UInt8]) {
        isSilent = false
        let wasEmpty = place == bytes.count && mode == .keys
        append(more)
        if wasEmpty, isBehindEscape { beginLate() }
        isBehindEscape = false
        if wasEmpty, mode == .keys, joinsLines, beginsWithLines { mode = .burst }
    }

    /// Nothing came for as long as it needed.
    package mutating func pause() { isSilent = hasPending }

    /// Nothing comes any more.
    package mutating func end() { isEnded = true }

    /// Takes a signal.
    ///
    /// - Returns: its event; nil while a paste comes, which it interrupts or waits for.
    package mutating func feed(_ signal: TerminalSignal) -> InputEvent? {
        switch (mode, signal) {
        case (.keys, _), (.answer, _), (.late, _): return InputEvent(signal)
        case (.paste(let searched, _), .interrupt):
            mode = .paste(searched: searched, isInterrupted: true)
        case (.paste, _), (.burst, _): postpone(signal)
        }
        return nil
    }

    /// The signal's event comes when nothing else is under way.
    mutating func postpone(_ signal: TerminalSignal) { postponed.append(InputEvent(signal)) }

    /// Takes away postponed events.
    mutating func discard(_ events: [InputEvent]) { postponed.removeAll { events.contains($0) } }

    mutating func append(_ more: [UInt8]) {
        if place == bytes.count, mode == .keys || mode == .answer { (bytes, place) = ([], 0) }
        bytes += more
    }

    // MARK: - What it makes of that

    /// Whether something has come that was not taken yet.
    package var hasPending: Bool { place < bytes.count || mode != .keys || !postponed.isEmpty }

    /// The next event, or what is needed for one.
    package mutating func next() -> Step {
        do throws(InputUnit.Incomplete) {
            while true {
                if let event = try advance() { return .event(event) }
            }
        } catch {
            return .needsMore(milliseconds: error.milliseconds)
        }
    }

    /// Takes what comes first; nil when it is no event.
    private mutating func advance() throws(InputUnit.Incomplete) -> InputEvent? {
        switch mode {
        case .keys: return try takeUnit()
        case .answer: try takeAnswer()
        case .late: try takeLate()
        case .burst: return try takeBurst()
        case .paste(let searched, let isInterrupted):
            return try takePaste(from: searched, isInterrupted)
        }
        return nil
    }

    private mutating func takeUnit() throws(InputUnit.Incomplete) -> InputEvent? {
        if !postponed.isEmpty { return postponed.removeFirst() }
        if place == bytes.count, isEnded { return .end }
        let reader = InputUnitReader(
            bytes: bytes[place...], isFinal: isFinal, takesEscape: takesEscape, controls: controls)
        let unit = try reader.first()
        isBehindEscape = bytes[place] == 0x1B && unit.length == 1 && isFinal
        place += unit.length
        isSilent = false
        switch unit.meaning {
        case .event(let event): return event
        case .nothing: break
        case .beginsPaste: mode = .paste(searched: place, isInterrupted: false)
        case .beginsAnswer:
            mode = .answer
            answer = []
        case .endsAnswers: awaitsAnswer = false
        }
        return nil
    }

    /// Whether what has come is all that comes.
    var isFinal: Bool { isSilent || isEnded }

    mutating func endMode() { (mode, isSilent) = (.keys, false) }

    // MARK: - What is put back

    /// What was taken comes again.
    package mutating func putBack(_ scalar: Unicode.Scalar) {
        bytes.insert(contentsOf: String(scalar).utf8, at: place)
    }

    package mutating func putBack(paste text: String) {
        bytes.insert(contentsOf: Self.beginMark + text.utf8 + Self.endMark, at: place)
    }
}
