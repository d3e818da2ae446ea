internal import CEditline
import Platform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads cells with libedit: the only importer of it. One a process, used from one thread.
///
/// libedit keeps the text, the key maps, `~/.editrc` and what keys do to the text. Where keys come
/// from (``TerminalInput``) and what stands on the screen (``LineDisplay``) is this reader's: libedit
/// asks for a key, and before it gets one the line is drawn. The terminal stays without echo while
/// commands run, so that what is typed meanwhile arrives at the next prompt.
@safe
package final class EditlineReader {
    let editor: OpaquePointer
    let configuration: EditorConfiguration
    var history: LineHistory
    var input = TerminalInput()
    var display = LineDisplay()
    var prompt = ""
    /// Pasted text on its way to the line.
    var pasted: String?
    /// What the line will begin with.
    var draft: String?
    /// A mark that joins the character before it.
    var joining: Unicode.Scalar?
    /// Ctrl-C: the line is on its way to its end, and what is on it does not count.
    var interruption = Interruption.none
    /// Rows below the line, until the next key.
    var below: [LineDisplay.Row] = []
    /// What stands behind the cursor and is not on the line.
    var suggestion: Suggestion?
    /// What was searched for last.
    var lastPattern = ""
    /// Whether a terminal was seen to wrap what no longer fits a narrower window.
    var wrapsAgain: Bool?
    /// How many characters libedit has room for.
    private var capacity = 0
    private var plainPrompt: [wchar_t] = [0]

    enum Interruption { case none, requested, escaped, ending }

    /// The name of the function that all of the reader's own keys are bound to.
    static let keyFunction = "lc-key"

    /// The reader that libedit's callbacks, which carry no context, belong to.
    nonisolated(unsafe) fileprivate static var current: EditlineReader?

    package init?(_ configuration: EditorConfiguration) {
        unsafe setlocale(LC_ALL, "")
        if lc_locale_is_utf8() == 0 {
            for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] {
                if unsafe setlocale(LC_CTYPE, name) != nil { break }
            }
        }
        TerminalSignals.install()
        guard let editor = unsafe lc_el_terminal("lc", configuration.isPlain ? 1 : 0) else {
            return nil
        }
        unsafe self.editor = editor
        self.configuration = configuration
        history = LineHistory(configuration.history)
        unsafe Self.current = self
        unsafe lc_el_prompt(editor, promptCallback)
        unsafe lc_el_getc(editor, readCallback)
        unsafe lc_el_int(editor, Int32(EL_SIGNAL), 0)
        // libedit keeps the pointers.
        unsafe lc_el_add(
            editor, WideText.lasting(Self.keyFunction), WideText.lasting("a key of lc's"),
            keyCallback)
        unsafe lc_el_editor(editor, WideText.units("emacs"))
        readSettings()
        setModes()
        TerminalSignals.makeRaw(isEditing: false)
        if !configuration.isPlain { TerminalSignals.markPastes() }
    }

    deinit {
        unsafe lc_el_int(editor, Int32(EL_EDITMODE), 0)
        unsafe el_end(editor)
    }

    /// Gives the terminal back as it was.
    package func close() { TerminalSignals.restore() }

    /// Reads one cell, which may have several lines and may begin with a draft.
    package func readCell(prompt: String, draft: String? = nil) -> CellInput {
        self.prompt = prompt
        self.draft = draft
        plainPrompt = WideText.units(prompt)
        interruption = .none
        (pasted, joining, below, suggestion) = (nil, nil, [], nil)
        history.beginLine()
        bindKeys()
        input.takesEscape = isVi
        // Before the line begins, which forgets the text that makes the room.
        if capacity == 0 { makeRoom(1 << 14) }
        TerminalSignals.makeRaw(isEditing: true)
        input.beginLine()
        if !configuration.isPlain { display.forget() }
        defer { TerminalSignals.makeRaw(isEditing: false) }
        var count: Int32 = 0
        let line = unsafe el_wgets(editor, &count)
        guard let line = unsafe line, count > 0 else {
            SystemCalls.write(configuration.isPlain ? "\n" : display.finish())
            return interruption == .none ? .endOfInput : .interrupted
        }
        if interruption != .none { return .interrupted }
        var scalars = unsafe WideText.scalars(line, count: Int(count))
        while scalars.last == "\n" { scalars.removeLast() }
        // Ctrl-V can put a key that is the reader's own on the line.
        return .text(String(scalars: scalars.filter { !(0x80..<0xA0).contains($0.value) }))
    }

    /// Puts an entry at the end of the history.
    package func remember(_ entry: String) { history.add(entry) }

    /// An entry that failed is not suggested again.
    package func dropSuggestion(_ entry: String) { history.failed.insert(entry) }

    /// The history's entries, the oldest first.
    package var entries: [String] { history.entries }

    // MARK: - Settings

    /// Reads `~/.editrc` line by line: a line that chooses an editor brings that one's keys.
    private func readSettings() {
        bindEditorKeys()
        guard let text = EditorSettings.text else { return }
        for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            let line = line.drop(while: \.isWhitespace)
            guard line.first != "#" else { continue }
            let wasVi = isVi
            unsafe lc_el_command(editor, WideText.units(String(line)))
            if isVi != wasVi || EditorSettings.choosesEditor(line) { bindEditorKeys() }
        }
    }

    /// Keys that a setting may change.
    private func bindEditorKeys() {
        if isVi { return }
        for key in ["^A", "^E", "^F", "^K"] { bind(key, Self.keyFunction) }
        bind("^W", "ed-delete-prev-word")
    }

    /// Keys that no setting can take away.
    private func bindKeys() {
        for key in Key.allCases {
            for map in [false, true] where !map || isVi {
                bind(String(key.character), key.function, inCommandMode: map)
            }
        }
        for key in ["^P", "^N", "^R", "^S", "^L"] {
            bind(key, Self.keyFunction)
            if isVi { bind(key, Self.keyFunction, inCommandMode: true) }
        }
        guard isVi else { return }
        bind("^F", Self.keyFunction)
        for key in ["k", "j", "/", "?", "n", "N", "+", "\\055"] {
            bind(key, Self.keyFunction, inCommandMode: true)
        }
    }

    private func bind(_ key: String, _ function: String, inCommandMode: Bool = false) {
        unsafe lc_el_bind(
            editor, inCommandMode ? 1 : 0, WideText.units(key), WideText.units(function))
    }

    /// libedit sets the terminal's modes before and after each line: to the ones that the session
    /// has all the time.
    private func setModes() {
        unsafe lc_el_int(editor, Int32(EL_EDITMODE), 1)
        for mode in ["-d", "-x"] {
            for flag in [
                "-icanon", "-echo", "-echonl", "-iexten", "-icrnl", "-inlcr", "-igncr", "-ixon",
                "-istrip", mode == "-x" ? "+isig" : "-isig", mode == "-x" ? "+noflsh" : "-noflsh",
            ] {
                unsafe lc_el_setty(editor, WideText.units(mode), WideText.units(flag))
            }
        }
    }

    var isVi: Bool { unsafe lc_el_is_vi(editor) != 0 }

    // MARK: - The line

    /// The text, and the cursor's place in it.
    var line: (text: [Unicode.Scalar], cursor: Int) {
        let info = unsafe el_wline(editor).pointee
        return unsafe (
            WideText.scalars(info.buffer, count: info.lastchar - info.buffer),
            info.cursor - info.buffer
        )
    }

    var text: String { String(scalars: line.text) }

    var textBeforeCursor: String {
        let (text, cursor) = line
        return String(scalars: text[..<min(cursor, text.count)])
    }

    func moveCursor(to place: Int) {
        let cursor = unsafe el_cursor(editor, 0)
        if place != Int(cursor) { unsafe el_cursor(editor, Int32(place) - cursor) }
    }

    func insert(_ text: String) {
        guard !text.isEmpty else { return }
        unsafe el_winsertstr(editor, WideText.units(text))
        reserve()
    }

    func deleteBeforeCursor(_ count: Int) { unsafe el_deletestr(editor, Int32(count)) }

    func replace(with text: String) {
        let count = line.text.count
        moveCursor(to: count)
        deleteBeforeCursor(count)
        insert(text)
    }

    func push(_ keys: [Key]) {
        unsafe el_wpush(editor, WideText.units(String(scalars: keys.map(\.character))))
    }

    /// Makes room for more text before libedit has to, which forgets where its mark is; then sets the
    /// mark anew.
    func reserve() {
        let info = unsafe el_wline(editor).pointee
        let used = unsafe info.lastchar - info.buffer
        guard used + 512 > capacity else { return }
        let more = (used + 512) * 2 - used
        makeRoom(more)
        deleteBeforeCursor(more)
        push([.mark])
    }

    /// Puts spaces on the line, for which libedit makes room.
    private func makeRoom(_ count: Int) {
        unsafe el_winsertstr(editor, WideText.units(String(repeating: " ", count: count)))
        let info = unsafe el_wline(editor).pointee
        capacity = unsafe info.lastchar - info.buffer
    }

    fileprivate func withPlainPrompt(
        _ body: (inout [wchar_t]) -> UnsafeMutablePointer<wchar_t>?
    ) -> UnsafeMutablePointer<wchar_t>? { unsafe body(&plainPrompt) }
}

// MARK: - libedit's callbacks

private func promptCallback(_ editor: OpaquePointer?) -> UnsafeMutablePointer<wchar_t>? {
    guard let reader = unsafe EditlineReader.current else { return nil }
    // The array is a stored property that changes only between reads.
    return unsafe reader.withPlainPrompt { prompt in
        unsafe prompt.withUnsafeMutableBufferPointer { $0.baseAddress }
    }
}

private func readCallback(_ editor: OpaquePointer?, _ result: UnsafeMutablePointer<wchar_t>?)
    -> Int32
{
    guard let reader = unsafe EditlineReader.current, let result = unsafe result else { return -1 }
    guard let scalar = reader.nextCharacter() else { return 0 }
    unsafe result.pointee = wchar_t(bitPattern: scalar.value)
    return 1
}

private func keyCallback(_ editor: OpaquePointer?, _ key: wint_t) -> UInt8 {
    guard let reader = unsafe EditlineReader.current else { return UInt8(CC_ERROR) }
    switch reader.press(key) {
    case .refresh: return UInt8(CC_REFRESH)
    case .nothing: return UInt8(CC_NORM)
    case .endOfFile: return UInt8(CC_EOF)
    }
}
