import LineEditing
import Platform
import TestSupport

/// `~/.editrc`, up to the first byte 0, and then keys on a line with these settings.
enum SettingsTarget: FuzzTarget {
    static let name = "editrc"
    static let words = [
        "bind -v\n", "bind -e\n", "bind ", "bind -s ", "bind -r ", "bind -k up ", "ed-newline",
        "em-kill-line", "vi-undo", "ed-prev-history", "lc-key", "edit off\n", "setty -a\n",
        "settc co 1\n", "echotc cl\n", "telltc\n", "lc:bind ", "history size 1\n", "\\M-x", "^X^E",
        "\u{1B}[A", "\u{1B}[200~", "\u{1B}[201~",
    ]
    // libFuzzer takes one input at a time.
    nonisolated(unsafe) private static let descriptor = TerminalDescriptor()

    static func take(_ bytes: [UInt8]) {
        guard let descriptor = unsafe descriptor else { return }
        let settings = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        guard
            let buffer = EditlineBuffer(
                input: descriptor.number, output: descriptor.number, settings: settings)
        else { return }
        let terminal = TypedKeys(Array(bytes.drop { $0 != 0 }.dropFirst()))
        let configuration = EditorConfiguration(
            isComplete: { !$0.hasSuffix("{") },
            completions: { _ in
                Completions(replaced: 0, candidates: [.init(text: "alpha", detail: "")])
            }, history: ["first", "second\nline", "안녕"].map { HistoryEntry($0) })
        let editor = LineEditor(
            configuration, buffer, source: terminal, screen: terminal, control: terminal)
        for _ in 0..<8 where editor.readCell(prompt: "[1] lc> ", draft: nil) != .endOfInput {}
        editor.close()
    }
}
