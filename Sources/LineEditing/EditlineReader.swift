internal import CEditline
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads cells with libedit: the only importer of it. One a process, used from one thread.
///
/// A single read function owns the input. SIGINT is a flag that it looks at; the terminal stays in
/// raw mode without echo while commands run, so that what is typed meanwhile arrives at the next
/// prompt.
@safe
package final class EditlineReader {
    private let editor: OpaquePointer
    private let history: OpaquePointer
    let configuration: EditorConfiguration
    fileprivate var prompt: [wchar_t] = [0]
    fileprivate var paste = PasteDetector()

    /// The reader that libedit's callbacks, which carry no context, belong to.
    nonisolated(unsafe) fileprivate static var current: EditlineReader?

    package init?(_ configuration: EditorConfiguration) {
        if unsafe setlocale(LC_ALL, "") == nil || MB_CUR_MAX_value() == 1 {
            unsafe setlocale(LC_CTYPE, "C.UTF-8")
        }
        guard let editor = unsafe lc_el_standard("lc"), let history = unsafe history_winit() else {
            return nil
        }
        unsafe self.editor = editor
        unsafe self.history = history
        self.configuration = configuration
        unsafe Self.current = self
        unsafe lc_history_size(history, 10_000)
        unsafe lc_history_unique(history)
        unsafe lc_el_use_history(editor, history)
        for entry in configuration.history { remember(entry) }
        unsafe lc_el_prompt(editor, promptCallback, 1)
        unsafe lc_el_getc(editor, readCallback)
        unsafe lc_el_int(editor, Int32(EL_SIGNAL), 0)
        unsafe add("lc-enter", enterCallback)
        unsafe add("lc-complete", completeCallback)
        unsafe lc_el_editor(editor, WideText.units("emacs"))
        unsafe el_source(editor, nil)
        for flag in ["-ixon", "-inlcr"] {
            unsafe lc_el_setty(editor, WideText.units("-d"), WideText.units(flag))
        }
        bind("^M", "lc-enter")
        bind("^J", "lc-enter")
        bind("^I", "lc-complete")
        bind("^^", "ed-newline")
        bind("\\e[3~", "ed-delete-next-char")
        bind("\\e[1~", "ed-move-to-beg")
        bind("\\e[4~", "ed-move-to-end")
        bind("\\e[H", "ed-move-to-beg")
        bind("\\e[F", "ed-move-to-end")
        bind("^R", "em-inc-search-prev")
    }

    deinit {
        unsafe lc_el_int(editor, Int32(EL_EDITMODE), 0)
        unsafe el_end(editor)
        unsafe history_wend(history)
    }

    @unsafe
    private func add(_ name: String, _ function: lc_el_function) {
        unsafe lc_el_add(editor, WideText.units(name), WideText.units("lc"), function)
    }

    private func bind(_ key: String, _ function: String) {
        unsafe lc_el_bind(editor, WideText.units(key), WideText.units(function))
    }

    /// Reads one cell, which may have several lines.
    package func readCell(prompt text: String) -> CellInput {
        prompt = WideText.units(text)
        paste.wasCancelled = false
        // Before the prompt: libedit alone would do it only after, and lose what comes in between.
        unsafe lc_el_int(editor, Int32(EL_PREP_TERM), 1)
        Self.write("\u{1B}[?2004h")
        var count: Int32 = 0
        let line = unsafe el_wgets(editor, &count)
        unsafe lc_el_int(editor, Int32(EL_PREP_TERM), 1)
        if paste.wasCancelled { return .interrupted }
        guard let line = unsafe line, count > 0 else { return .endOfInput }
        var typed = unsafe WideText.string(line, count: Int(count))
        while typed.hasSuffix("\n") { typed.removeLast() }
        return .text(typed)
    }

    /// Puts an entry at the end of the history.
    package func remember(_ entry: String) {
        unsafe lc_history_enter(history, WideText.units(entry))
    }

    /// Gives the terminal back as it was.
    package func close() {
        unsafe lc_el_int(editor, Int32(EL_PREP_TERM), 0)
        Self.write("\u{1B}[?2004l")
    }

    // MARK: - The line

    fileprivate var line: (before: String, after: String) {
        let info = unsafe el_wline(editor).pointee
        let before = unsafe info.cursor - info.buffer
        return unsafe (
            WideText.string(info.buffer, count: before),
            WideText.string(info.cursor, count: info.lastchar - info.cursor)
        )
    }

    fileprivate func insert(_ text: String) { unsafe el_winsertstr(editor, WideText.units(text)) }

    fileprivate func push(_ text: String) { unsafe el_wpush(editor, WideText.units(text)) }

    fileprivate func delete(_ count: Int) { unsafe el_deletestr(editor, Int32(count)) }

    fileprivate static func write(_ text: String) {
        let bytes = Array(text.utf8)
        lc_flush()
        #if canImport(Glibc)
            _ = unsafe Glibc.write(1, bytes, bytes.count)
        #else
            _ = unsafe Darwin.write(1, bytes, bytes.count)
        #endif
    }

    // MARK: - Keys

    fileprivate func enter() -> UInt8 {
        let (before, after) = line
        if paste.isInside || !configuration.isComplete(before + after) {
            insert("\n")
            return UInt8(CC_REFRESH)
        }
        push("\u{1E}")
        return UInt8(CC_NORM)
    }

    fileprivate func complete() -> UInt8 {
        if paste.isInside {
            insert("    ")
            return UInt8(CC_REFRESH)
        }
        let completions = configuration.completions(line.before)
        guard !completions.candidates.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
        let common = completions.commonPrefix
        if completions.candidates.count == 1 || common.count > completions.replaced {
            delete(completions.replaced)
            let isWhole =
                completions.candidates.count == 1 && !common.hasSuffix("=")
                && !common.hasSuffix("/")
            insert(common + (isWhole ? " " : ""))
            return UInt8(CC_REFRESH)
        }
        list(completions.candidates)
        return UInt8(CC_REDISPLAY)
    }

    private func list(_ candidates: [Completions.Candidate]) {
        let width = candidates.map(\.text.count).max() ?? 0
        var text = "\r\n"
        for candidate in candidates.prefix(40) {
            let space = String(repeating: " ", count: width - candidate.text.count + 2)
            text += "  \(candidate.text)\(space)\(candidate.detail)\r\n"
        }
        if candidates.count > 40 { text += "  … and \(candidates.count - 40) more\r\n" }
        Self.write(text)
    }
}

// MARK: - libedit's callbacks

private func MB_CUR_MAX_value() -> Int { unsafe Int(mblen("한", 4)) < 3 ? 1 : 4 }

private func promptCallback(_ editor: OpaquePointer?) -> UnsafeMutablePointer<wchar_t>? {
    guard let reader = unsafe EditlineReader.current else { return nil }
    // The array is a stored property that changes only between reads.
    return unsafe reader.prompt.withUnsafeMutableBufferPointer { $0.baseAddress }
}

private func readCallback(_ editor: OpaquePointer?, _ result: UnsafeMutablePointer<wchar_t>?)
    -> Int32
{
    guard let reader = unsafe EditlineReader.current, let result = unsafe result else { return -1 }
    guard let scalar = reader.paste.next() else { return 0 }
    unsafe result.pointee = wchar_t(bitPattern: scalar.value)
    return 1
}

private func enterCallback(_ editor: OpaquePointer?, _ key: wint_t) -> UInt8 {
    unsafe EditlineReader.current?.enter() ?? UInt8(CC_ERROR)
}

private func completeCallback(_ editor: OpaquePointer?, _ key: wint_t) -> UInt8 {
    unsafe EditlineReader.current?.complete() ?? UInt8(CC_ERROR)
}
