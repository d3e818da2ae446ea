/// What the editor's own keys do.
extension LineEditor {
    /// Does what a key is for: one of ``Key``, or a control character or letter that is bound so.
    func press(_ code: UInt32) -> KeyEffect {
        if let key = Key(rawValue: code) {
            press(key)
        } else {
            press(Unicode.Scalar(code) ?? " ")
        }
    }

    private func press(_ key: Key) -> KeyEffect {
        switch key {
        case .enter: return enter()
        case .newline: breakLine()
        case .tab: complete()
        case .up: moveUp()
        case .down: if offered != nil { chooseCompletion() } else { moveDown() }
        case .right: if !acceptSuggestion() { buffer.moveCursor(to: buffer.line.cursor + 1) }
        case .home: buffer.moveCursor(to: lineStart)
        case .end: if !acceptSuggestion() { buffer.moveCursor(to: lineEnd) }
        case .pageUp: recallPrevious()
        case .pageDown: recallNext()
        case .endOfFile: return endOfFile()
        case .paste: takePaste()
        case .interrupt: beginInterruption()
        case .draft:
            buffer.insert(draft ?? "")
            draft = nil
        case .compose: compose()
        case .search: search()
        case .help: showHelp()
        case .left, .backTab, .wordLeft, .wordRight, .delete, .deleteWord, .finish, .mark,
            .killRegion,
            .killLine, .lineEnd:
            return .nothing
        }
        return .refresh
    }

    /// Keys of emacs and of vi's command mode.
    private func press(_ scalar: Unicode.Scalar) -> KeyEffect {
        switch scalar {
        case "\u{1}": buffer.moveCursor(to: lineStart)
        case "\u{5}" where lastKeys.first == "\u{18}": editExternally()
        case "v": editExternally()
        case "\u{5}": if !acceptSuggestion() { buffer.moveCursor(to: lineEnd) }
        case "\u{6}" where lastKeys.first == "\u{1B}": moveOverPair(isForth: true)
        case "\u{2}": moveOverPair(isForth: false)
        case "\u{1D}": jumpToPartner()
        case "\u{F}":
            takesNext = true
            return enter()
        case "\u{6}": if !acceptSuggestion() { buffer.moveCursor(to: buffer.line.cursor + 1) }
        case "\u{B}": killToLineEnd()
        case "\u{C}": clearScreen()
        case "\u{1F}": undo()
        case "/" where !buffer.isVi: redo()
        case "y", "Y": yankEarlier()
        case ".": insertLastArgument()
        case "\u{10}", "k", "-": moveUp()
        case "\u{E}", "j", "+": moveDown()
        case "\u{12}", "\u{13}", "/", "?": search()
        case "\u{14}": exchangePaste()
        case "n": repeatSearch(older: true)
        case "N": repeatSearch(older: false)
        default: return .nothing
        }
        return .refresh
    }
}
