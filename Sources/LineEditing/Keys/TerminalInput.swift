import Platform
import TerminalText

/// The events that a terminal sends: waits for bytes and signals, and has them decoded.
struct TerminalInput {
    private let source: any ByteSource
    private let control: any TerminalControl
    private var decoder: KeyDecoder

    init(_ source: any ByteSource, _ control: any TerminalControl) {
        self.source = source
        self.control = control
        decoder = KeyDecoder(controls: control.controlKeys)
    }

    /// A lone escape is a key of its own.
    var takesEscape: Bool {
        get { decoder.takesEscape }
        set { decoder.takesEscape = newValue }
    }

    /// A new line begins: signals that came before it are not for it.
    mutating func beginLine() {
        discard([.interrupt, .resize, .suspend, .resume])
        decoder.joinsLines = !hasPending
    }

    /// Takes away signals that have come.
    mutating func discard(_ signals: Set<TerminalSignal>) {
        source.discard(signals)
        decoder.discard(signals.map { InputEvent($0) })
    }

    /// Whether something has come that was not taken yet.
    var hasPending: Bool { decoder.hasPending || source.isReadable }

    /// The next thing that happens.
    mutating func next() -> InputEvent {
        while true { if let event = next(within: nil) { return event } }
    }

    /// The next thing that happens; nil where nothing begins in some milliseconds.
    mutating func next(within limit: Int?) -> InputEvent? {
        while true {
            switch decoder.next() {
            case .event(.quit):
                control.quit()
                return .interrupt
            case .event(let event): return event
            case .needsMore(let milliseconds):
                // What was typed ahead ends where the terminal is silent for the first time.
                if !decoder.joinsLines, !source.isReadable { decoder.joinsLines = true }
                let arrival = source.wait(milliseconds: milliseconds ?? limit)
                if milliseconds == nil, limit != nil, arrival == .silence { return nil }
                if let event = take(arrival) { return event }
            }
        }
    }

    private mutating func take(_ arrival: Arrival) -> InputEvent? {
        switch arrival {
        case .bytes(let bytes): decoder.feed(bytes)
        case .signal(let signal): return decoder.feed(signal)
        case .silence: decoder.pause()
        case .end: decoder.end()
        }
        return nil
    }

    mutating func putBack(_ scalar: Unicode.Scalar) { decoder.putBack(scalar) }

    mutating func putBack(paste text: String) { decoder.putBack(paste: text) }

    /// Takes what the terminal has told of its window.
    ///
    /// - Returns: whether the window is in use; nil when the terminal has told nothing.
    mutating func focus() -> Bool? {
        while source.isReadable {
            switch source.wait(milliseconds: 0) {
            case .bytes(let bytes): decoder.append(bytes)
            case .signal(let signal): decoder.postpone(signal)
            case .silence, .end: return decoder.takeFocus()
            }
        }
        return decoder.takeFocus()
    }

    /// The terminal has been asked for the colour of its background.
    ///
    /// - Returns: when.
    mutating func expectBackground() -> ContinuousClock.Instant {
        (decoder.expectsAnswer, decoder.awaitsAnswer) = (true, true)
        return source.now
    }

    /// What the terminal has told of its background since this was asked last.
    mutating func background() -> ScreenColour? { decoder.takeBackground() }

    /// Waits for answers that have not come yet, so that they do not reach whoever reads the terminal next; not
    /// beyond a time, for some terminals answer nothing. What is typed meanwhile stays for later.
    mutating func awaitAnswers(until deadline: ContinuousClock.Instant) {
        decoder.takeAnswers()
        while decoder.awaitsAnswer {
            let left = Int(clamping: (deadline - source.now) / .milliseconds(1))
            guard left > 0 else { return }
            switch source.wait(milliseconds: left) {
            case .bytes(let bytes): decoder.append(bytes)
            case .signal(let signal): decoder.postpone(signal)
            case .silence: return
            case .end: return decoder.end()
            }
            decoder.takeAnswers()
        }
    }

    /// Answers that have not come yet are waited for no more; where they come, they are read among the keys.
    mutating func awaitNoMore() { decoder.awaitsAnswer = false }

    /// The time of the terminal's clock.
    var now: ContinuousClock.Instant { source.now }

    /// Reads the terminal's answer to where its cursor is; nil when none comes.
    ///
    /// - Returns: the column, from 0. What else comes meanwhile stays for later.
    mutating func cursorColumn() -> Int? {
        for _ in 0..<64 {
            if let column = decoder.takeCursorColumn() { return column }
            switch source.wait(milliseconds: 250) {
            case .bytes(let bytes): decoder.append(bytes)
            case .signal(let signal): decoder.postpone(signal)
            case .silence: return nil
            case .end:
                decoder.end()
                return nil
            }
        }
        return nil
    }
}
