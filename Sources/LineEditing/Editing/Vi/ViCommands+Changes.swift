/// What vi's commands change.
extension ViCommands {
    /// d, c, y, > or < on some places.
    mutating func act(
        _ action: Unicode.Scalar, on range: Range<Int>, isLines: Bool, _ text: ViText,
        _ state: UndoHistory.State
    ) -> Outcome {
        if action == ">" || action == "<" {
            return shift(range, isInwards: action == ">", text, state)
        }
        let piece = (Array(state.text[range]), isLines)
        registers[nil] = piece
        if let name = pending.register { registers[name] = piece }
        switch action {
        case "y":
            let cursor = isLines ? state.cursor : range.lowerBound
            return end(.shows(.init(text: state.text, cursor: text.onLine(cursor))))
        case "c":
            // A line that is written anew stands as far in as it did.
            let start =
                isLines
                ? min(text.firstLetter(range.lowerBound), range.upperBound) : range.lowerBound
            return insert(after: removing(start..<range.upperBound, from: state))
        default:
            guard isLines else { return change(to: removing(range, from: state)) }
            var whole = range
            if whole.upperBound < state.text.count {
                whole = whole.lowerBound..<whole.upperBound + 1
            } else if whole.lowerBound > 0 {
                whole = whole.lowerBound - 1..<whole.upperBound
            }
            var left = removing(whole, from: state)
            left.cursor = ViText(text: left.text).firstLetter(left.cursor)
            return change(to: left)
        }
    }

    /// >> and <<: lines stand two columns further in, or out.
    private mutating func shift(
        _ range: Range<Int>, isInwards: Bool, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        let (start, end) = (text.lineStart(range.lowerBound), text.lineEnd(range.upperBound))
        let lines = state.text[start..<end].split(separator: "\n", omittingEmptySubsequences: false)
        let shifted = lines.map { line -> [Unicode.Scalar] in
            let margin = line.prefix(2).prefix { $0 == " " }.count
            if !isInwards { return Array(line.dropFirst(margin)) }
            return line.isEmpty ? [] : [" ", " "] + line
        }
        var new = state
        new.text.replaceSubrange(
            start..<end, with: Array(shifted.joined(separator: ["\n" as Unicode.Scalar])))
        new.cursor = ViText(text: new.text).firstLetter(start)
        return change(to: new)
    }

    private func removing(_ range: Range<Int>, from state: UndoHistory.State) -> UndoHistory.State {
        var text = state.text
        text.removeSubrange(range)
        return .init(text: text, cursor: range.lowerBound)
    }

    private mutating func change(to state: UndoHistory.State) -> Outcome {
        lastChange = (pending.keys, [])
        let cursor = ViText(text: state.text).onLine(min(state.cursor, state.text.count))
        return end(.shows(.init(text: state.text, cursor: cursor)))
    }

    private mutating func insert(after state: UndoHistory.State) -> Outcome {
        lastChange = (pending.keys, [])
        insertion = (state.cursor, state.text.count)
        return end(.inserts(state))
    }

    /// What was typed since an insertion began is part of the change.
    mutating func noteTyped(_ state: UndoHistory.State) {
        guard let begun = insertion else { return }
        insertion = nil
        let count = state.text.count - begun.count
        guard count > 0, begun.start + count <= state.text.count else { return }
        lastChange.typed = Array(state.text[begun.start..<begun.start + count])
    }

    /// A command that no movement follows.
    mutating func command(
        _ key: Unicode.Scalar, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        let (cursor, count) = (state.cursor, pending.wholeCount ?? 1)
        let (start, end) = (text.lineStart(cursor), text.lineEnd(cursor))
        func characters(_ step: (Int) -> Int) -> Int {
            (0..<count).reduce(cursor) { place, _ in step(place) }
        }
        switch key {
        case "x", "s":
            let range = cursor..<max(cursor, min(end, characters(text.next)))
            return act(key == "x" ? "d" : "c", on: range, isLines: false, text, state)
        case "X":
            let range = max(start, characters(text.previous))..<cursor
            return act("d", on: range, isLines: false, text, state)
        case "D", "C":
            let last = text.line(cursor, below: count - 1).map(text.lineEnd) ?? end
            return act(key == "D" ? "d" : "c", on: cursor..<last, isLines: false, text, state)
        case "S", "Y":
            return act(key == "S" ? "c" : "y", on: start..<end, isLines: true, text, state)
        case "i": return insert(after: state)
        case "I": return insert(after: .init(text: state.text, cursor: text.firstLetter(cursor)))
        case "a": return insert(after: .init(text: state.text, cursor: min(end, text.next(cursor))))
        case "A": return insert(after: .init(text: state.text, cursor: end))
        case "o", "O": return open(isBelow: key == "o", text, state)
        case "p", "P": return put(isBehind: key == "p", count, text, state)
        case "J": return join(max(1, count - 1), text, state)
        case "~": return turnCase(count, end, state)
        case "u": return self.end(.undoes(count))
        case ".": return again(state)
        default: return self.end(.passed)
        }
    }

    private mutating func open(isBelow: Bool, _ text: ViText, _ state: UndoHistory.State) -> Outcome
    {
        let (start, end) = (text.lineStart(state.cursor), text.lineEnd(state.cursor))
        let line = String(scalars: state.text[start..<end])
        var new = state
        let indent = Array(
            (isBelow ? LineEditor.indent(after: line) : String(line.prefix { $0 == " " }))
                .unicodeScalars)
        let place = isBelow ? end : start
        new.text.insert(contentsOf: isBelow ? ["\n"] + indent : indent + ["\n"], at: place)
        new.cursor = place + indent.count + (isBelow ? 1 : 0)
        return insert(after: new)
    }

    private mutating func put(
        isBehind: Bool, _ count: Int, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        guard let (piece, isLines) = registers[pending.register], !piece.isEmpty,
            piece.count * count < 1 << 20
        else { return end(.waits) }
        var new = state
        if isLines {
            let line: [Unicode.Scalar] = piece + ["\n"]
            let lines = Array(repeatElement(line, count: count).joined())
            let last = text.lineEnd(state.cursor)
            let place = isBehind ? last : text.lineStart(state.cursor)
            new.text.insert(
                contentsOf: isBehind ? ["\n" as Unicode.Scalar] + lines.dropLast() : lines,
                at: place)
            new.cursor = ViText(text: new.text).firstLetter(place + (isBehind ? 1 : 0))
        } else {
            let place =
                isBehind ? min(text.lineEnd(state.cursor), text.next(state.cursor)) : state.cursor
            new.text.insert(contentsOf: repeatElement(piece, count: count).joined(), at: place)
            new.cursor = place + piece.count * count - 1
        }
        return change(to: new)
    }

    /// Joins lines to one, with a space between.
    private mutating func join(_ count: Int, _ text: ViText, _ state: UndoHistory.State) -> Outcome
    {
        var new = state
        for _ in 0..<count {
            let text = ViText(text: new.text)
            let end = text.lineEnd(new.cursor)
            guard end < new.text.count else { break }
            new.text.replaceSubrange(end..<text.firstLetter(end + 1), with: [" "])
            new.cursor = end
        }
        return change(to: new)
    }

    private mutating func turnCase(_ count: Int, _ end: Int, _ state: UndoHistory.State) -> Outcome
    {
        var new = state
        for place in state.cursor..<max(state.cursor, min(end, state.cursor + count)) {
            let properties = new.text[place].properties
            let turned =
                properties.isLowercase ? properties.uppercaseMapping : properties.lowercaseMapping
            let scalars = Array(turned.unicodeScalars)
            if scalars.count == 1 { new.text[place] = scalars[0] }
            new.cursor = place + 1
        }
        return change(to: new)
    }

    mutating func replace(
        with key: Unicode.Scalar, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        let count = pending.wholeCount ?? 1
        var last = state.cursor
        for _ in 0..<count {
            guard last < text.lineEnd(state.cursor) else { return end(.waits) }
            last = text.next(last)
        }
        var new = state
        new.text.replaceSubrange(
            state.cursor..<last, with: [Unicode.Scalar](repeating: key, count: count))
        new.cursor = state.cursor + count - 1
        return change(to: new)
    }

    /// `.`: the last change again, with a count of its own where one was typed.
    private mutating func again(_ state: UndoHistory.State) -> Outcome {
        let (last, count) = (lastChange, pending.count)
        pending = Pending()
        guard !last.keys.isEmpty else { return .waits }
        var keys = last.keys
        if let count {
            keys = Array(String(count).unicodeScalars) + keys.drop { ("1"..."9").contains($0) }
        }
        var outcome = Outcome.waits
        for key in keys { outcome = take(key, state) }
        insertion = nil
        lastChange = (keys, last.typed)
        guard case .inserts(var new) = outcome else { return outcome }
        new.text.insert(contentsOf: last.typed, at: new.cursor)
        new.cursor += max(0, last.typed.count - 1)
        return .shows(.init(text: new.text, cursor: ViText(text: new.text).onLine(new.cursor)))
    }
}
