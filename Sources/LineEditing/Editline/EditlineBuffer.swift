import CEditline
import Platform

/// Who libedit asks for keys, and tells of those that it has no function for.
protocol EditlineClient: AnyObject {
    /// The next character or key; nil at the end of the input.
    func nextCharacter() -> Unicode.Scalar?
    /// Does what a key is for that is bound to the client's function.
    func press(_ code: UInt32) -> KeyEffect
}

/// A line that libedit keeps: its text, its cursor, the key maps and what keys do to the text. The
/// only importer of libedit. It reads no byte, and what it draws goes nowhere.
@safe
package final class EditlineBuffer {
    let editor: OpaquePointer
    private weak var client: (any EditlineClient)?
    private let terminal: Int32
    /// Has the terminal tell its own size again.
    private var widen: (() -> Void)?
    /// Keys that `~/.editrc` has bound in vi's command mode.
    var commandKeys: Set<Unicode.Scalar> = []
    /// The number of characters that libedit has room for.
    private var capacity = 0

    /// The buffer that libedit's callbacks, which carry no context, belong to: the one that reads.
    nonisolated(unsafe) private static var current: EditlineBuffer?

    /// A buffer without text.
    ///
    /// - Parameters:
    ///   - input: a terminal, whose modes libedit sets before and after each line.
    ///   - output: the same terminal.
    ///   - settings: the text of `~/.editrc`.
    package init?(input: Int32, output: Int32, settings: String?) {
        lc_choose_locale()
        terminal = input
        let widen = WindowSize.limit(input)
        defer { widen?() }
        let made = unsafe lc_el_terminal("lc", input, output)
        guard let editor = unsafe made else { return nil }
        unsafe self.editor = editor
        unsafe lc_el_getc(editor, readCallback)
        unsafe lc_el_no_history(editor)
        unsafe lc_el_int(editor, Int32(EL_SIGNAL), 0)
        unsafe addFunctions(key: keyCallback, lineEnd: lineEndCallback)
        read(settings: settings)
        setModes()
    }

    deinit {
        unsafe lc_el_int(editor, Int32(EL_EDITMODE), 0)
        unsafe el_end(editor)
    }

    /// Edits a line until a key ends it; nil when nothing is left to be read.
    func readLine(for client: any EditlineClient) -> [Unicode.Scalar]? {
        unsafe Self.current = self
        self.client = client
        bindKeys()
        // Before the line begins, which forgets the text that makes the room.
        if capacity == 0 { makeRoom(1 << 14) }
        // libedit asks for the size before it asks for the first key.
        widen = WindowSize.limit(terminal)
        defer { tellOwnSize() }
        var count: Int32 = 0
        guard let line = unsafe el_wgets(editor, &count), count > 0 else { return nil }
        return unsafe WideText.scalars(line, count: Int(count))
    }

    /// Whether the keys are vi's.
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

    /// Has libedit take keys before it asks for others.
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
        unsafe el_winsertstr(editor, WideText.spaces(count))
        let info = unsafe el_wline(editor).pointee
        capacity = unsafe info.lastchar - info.buffer
    }

    // MARK: - What libedit calls

    fileprivate static var reading: EditlineBuffer? { unsafe current }

    fileprivate func nextCharacter() -> Unicode.Scalar? {
        tellOwnSize()
        keepCursorOnLine()
        return client?.nextCharacter()
    }

    private func tellOwnSize() {
        widen?()
        widen = nil
    }

    fileprivate func press(_ key: UInt32) -> KeyEffect {
        keepCursorOnLine()
        return client?.press(key) ?? .nothing
    }

    /// vi's `$`. On a line without text libedit's own function puts the cursor before the line's memory, where
    /// the next `x` writes.
    ///
    /// - Returns: whether the key that does it comes next, with the count and the operator of this one.
    fileprivate func pressLineEnd() -> Bool {
        guard !line.text.isEmpty else { return false }
        push([.lineEnd])
        return true
    }

    /// Whatever a function of libedit's did, the next one finds the cursor on the line.
    private func keepCursorOnLine() {
        let info = unsafe el_wline(editor).pointee
        let (place, count) = unsafe (info.cursor - info.buffer, info.lastchar - info.buffer)
        let inside = min(max(place, 0), max(count, 0))
        if inside != place { unsafe el_cursor(editor, Int32(clamping: inside - place)) }
    }
}

private func readCallback(_ editor: OpaquePointer?, _ result: UnsafeMutablePointer<wchar_t>?)
    -> Int32
{
    guard let buffer = EditlineBuffer.reading, let result = unsafe result else { return -1 }
    guard let scalar = buffer.nextCharacter() else { return 0 }
    unsafe result.pointee = wchar_t(bitPattern: scalar.value)
    return 1
}

private func keyCallback(_ editor: OpaquePointer?, _ key: wint_t) -> UInt8 {
    guard let buffer = EditlineBuffer.reading else { return UInt8(CC_ERROR) }
    switch buffer.press(key) {
    case .refresh: return UInt8(CC_REFRESH)
    case .nothing: return UInt8(CC_NORM)
    case .endOfFile: return UInt8(CC_EOF)
    }
}

private func lineEndCallback(_ editor: OpaquePointer?, _ key: wint_t) -> UInt8 {
    guard let buffer = EditlineBuffer.reading else { return UInt8(CC_ERROR) }
    return UInt8(buffer.pressLineEnd() ? CC_ARGHACK : CC_NORM)
}
