import CEditline

/// Which key has which function, and the modes of the terminal that keys need.
extension EditlineBuffer {
    /// The name of the function that all of the client's own keys are bound to.
    fileprivate static let keyFunction = "lc-key"

    /// The name of the function that stands for libedit's `ed-move-to-end`.
    fileprivate static let lineEndFunction = "lc-line-end"

    typealias KeyFunction = @convention(c) (OpaquePointer?, wint_t) -> UInt8

    @unsafe
    func addFunctions(key: @escaping KeyFunction, lineEnd: @escaping KeyFunction) {
        // libedit keeps the pointers.
        unsafe lc_el_add(
            editor, WideText.lasting(Self.keyFunction), WideText.lasting("a key of lc's"), key)
        unsafe lc_el_add(
            editor, WideText.lasting(Self.lineEndFunction),
            WideText.lasting("move to the end of the line"), lineEnd)
        unsafe lc_el_editor(editor, WideText.units("emacs"))
    }

    /// Reads the bindings of `~/.editrc` line by line: a line that chooses an editor brings that editor's keys.
    func read(settings: String?) {
        bindEditorKeys()
        for line in (settings ?? "").split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            let line = line.drop(while: \.isWhitespace)
            guard EditorSettings.isBinding(line) else { continue }
            if let key = EditorSettings.commandKey(line) { commandKeys.insert(key) }
            let wasVi = isVi
            let binding = line.replacing("ed-move-to-end", with: Self.lineEndFunction)
            unsafe lc_el_command(editor, WideText.units(String(binding)))
            if isVi != wasVi || EditorSettings.choosesEditor(line) { bindEditorKeys() }
        }
    }

    /// Binds the keys that a setting may change.
    private func bindEditorKeys() {
        if isVi { return }
        for key in [
            "^A", "^E", "^F", "^K", "^_", "^[/", "^[y", "^[Y", "^[.", "^X^E", "^]", "^[^F", "^[^B",
            "^O",
        ] {
            bind(key, Self.keyFunction)
        }
        bind("^W", "ed-delete-prev-word")
    }

    /// Binds the keys that no setting can take away.
    func bindKeys() {
        for key in Key.allCases {
            for map in [false, true] where !map || isVi {
                bind(String(key.character), key.function, inCommandMode: map)
            }
        }
        for key in ["^P", "^N", "^R", "^S", "^L", "^T"] {
            bind(key, Self.keyFunction)
            if isVi { bind(key, Self.keyFunction, inCommandMode: true) }
        }
        // libedit would read a command of its own, and dies of one whose quote is not closed.
        guard isVi else { return ["^[x", "^[X"].forEach { bind($0, "ed-unassigned") } }
        bind(":", "ed-unassigned", inCommandMode: true)
        bind("^F", Self.keyFunction)
        bind("^E", Self.lineEndFunction)
        for key in ["^E", "$"] { bind(key, Self.lineEndFunction, inCommandMode: true) }
        for key in ["k", "j", "/", "?", "n", "N", "+", "v", "\\055"] {
            bind(key, Self.keyFunction, inCommandMode: true)
        }
    }

    private func bind(_ key: String, _ function: String, inCommandMode: Bool = false) {
        unsafe lc_el_bind(
            editor, inCommandMode ? 1 : 0, WideText.units(key), WideText.units(function))
    }

    /// libedit sets the terminal's modes before and after each line: to those that the session has
    /// all the time.
    func setModes() {
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
}

extension Key {
    /// The function of libedit's that the key is bound to.
    fileprivate var function: String {
        switch self {
        case .left: "ed-prev-char"
        case .wordLeft: "ed-prev-word"
        case .wordRight: "em-next-word"
        case .delete: "ed-delete-next-char"
        case .deleteWord: "em-delete-next-word"
        case .finish: "ed-newline"
        case .mark: "em-set-mark"
        case .killRegion: "em-kill-region"
        case .killLine: "ed-kill-line"
        case .lineEnd: "ed-move-to-end"
        default: EditlineBuffer.keyFunction
        }
    }
}
