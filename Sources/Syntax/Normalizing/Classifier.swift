import Platform

/// Judges the lines that rules have left: command, output, prose or unclear, each with the reason.
struct Classifier {
    let reader: StatementReader
    let isCode: Bool
    let groups: StatementGroups
    let wrapping: Wrapping
    /// What is known of each segment of the page.
    var context = SegmentContext()

    init(_ page: Page, _ reader: StatementReader, isCode: Bool) {
        self.reader = reader
        self.isCode = isCode
        groups = StatementGroups(page, reader)
        wrapping = Wrapping(page)
    }

    /// Gives every line of the page a verdict.
    mutating func judge(_ page: inout Page) {
        for index in groups.strangers {
            page.leaveOut(index, as: .prose, "stands inside a statement and is no part of it")
        }
        for segment in page.segments {
            context = SegmentContext(page, segment, groups, reader)
            var index = segment.lowerBound
            while index < segment.upperBound {
                if index.isMultiple(of: 1024), Abandonment.isRequested { return }
                if page.lines[index].verdict == nil {
                    let verdict = leavesSession(page, index) ?? judge(page, index)
                    page.lines[index].verdict = verdict
                    if verdict.kind == .command {
                        context.follow(page, index, reader)
                        if let end = groups.ends[index] {
                            for part in index...end where page.lines[part].verdict == nil {
                                page.lines[part].verdict = Verdict(
                                    .command, "a part of the statement above")
                            }
                            index = end
                        }
                    }
                }
                index += 1
            }
        }
    }

    /// The `quit` that ended a session on the screen that was copied.
    private func leavesSession(_ page: Page, _ index: Int) -> Verdict? {
        guard context.hasPrompts, page.lines[index].surroundings.contains(.prompt),
            String(scalars: page.lines[index].trimmed) == "quit",
            !page.lines[(index + 1)...].contains(where: { $0.surroundings.contains(.prompt) })
        else { return nil }
        return Verdict(.output, "ended the session that was copied")
    }

    private func judge(_ page: Page, _ index: Int) -> Verdict {
        let line = page.lines[index]
        let text = line.trimmed
        guard let first = text.first else { return Verdict(.blank, "empty") }
        if case .foreign(let language) = line.region {
            return Verdict(.prose, "stands in a fence of \(language)")
        }
        if first == "#" { return Verdict(.comment, "a comment") }
        let reading = groups.ends[index] == nil ? reader.read(text) : .statement
        if text.last == "\\", groups.ends[index] == nil, reading != .words {
            return Verdict(.unclear, "goes on in a line that is not below it")
        }
        if line.isMarked { return marked(line, reading) }
        if line.surroundings.contains(.notes), reading.isMistake, !text.contains("=") {
            return Verdict(.prose, "words of notes beside cells of code")
        }
        if line.surroundings.contains(.chatHead), reading == .words || reading == .value,
            !reader.isDefined(line.string)
        {
            return Verdict(.prose, "talk in a chat")
        }
        if context.isScript {
            let heading = line.surroundings.contains(.capital) ? lone(page, index) : nil
            return heading ?? scripted(reading)
        }
        switch reading {
        case .statement: return statement(page, index)
        case .open: return Verdict(.unclear, "a statement begins here and never ends")
        case .mistake(let message):
            if isContinuedProse(page, index) { return Verdict(.prose, "goes on with a sentence") }
            return Verdict(.command, "a statement with a mistake: \(message)")
        case .value: return value(line)
        case .words: return isLostRest(page, index) ?? words(line)
        }
    }

    /// A line behind a prompt, or set as code.
    private func marked(_ line: Line, _ reading: Reading) -> Verdict {
        let mark = line.surroundings.intersection(Surrounding.marks).map(\.description).sorted()
        let place = mark.joined(separator: ", ")
        switch reading {
        case .statement, .open, .value: return Verdict(.command, place)
        case .mistake(let message):
            return Verdict(.command, "\(place), with a mistake: \(message)")
        case .words: return Verdict(.command, "\(place), and not a statement of lc")
        }
    }

    /// A line of a text in which every line is a statement or nearly one.
    private func scripted(_ reading: Reading) -> Verdict {
        switch reading {
        case .mistake(let message): Verdict(.command, "a statement with a mistake: \(message)")
        case .words: Verdict(.command, "among statements, and none itself")
        case .statement, .open, .value: Verdict(.command, "every line of the text is a statement")
        }
    }

    private func value(_ line: Line) -> Verdict {
        let isNumber = line.trimmed.allSatisfy { !$0.isASCIILetter }
        if context.hasPrompts { return Verdict(.output, "a value below a prompt") }
        if context.isMostlyStatements, !isNumber, reader.isDefined(line.string) {
            return Verdict(.command, "a value among statements")
        }
        return Verdict(context.lastCommand == nil ? .prose : .output, "a value that stands alone")
    }

    /// Options of a statement that a window broke, where it is not clear how.
    private func isLostRest(_ page: Page, _ index: Int) -> Verdict? {
        guard index > 0, page.lines[index - 1].verdict?.kind == .command,
            !page.lines[index - 1].isEmpty,
            !reader.vocabulary.outputs.begin(String(scalars: page.lines[index].trimmed))
        else { return nil }
        let words = page.lines[index].string.split(separator: " ")
        let options = words.filter { word in
            word.contains("=")
                && reader.vocabulary.options.contains(String(word.prefix { $0 != "=" }))
        }
        guard options.count * 2 >= words.count else { return nil }
        return Verdict(.unclear, "options that may belong to the statement above")
    }

    /// Whether two spaces or more stand between words several times.
    private static func isTableRow(_ line: [Unicode.Scalar]) -> Bool {
        String(scalars: line).split(separator: "  ").count >= 4
    }

    private func words(_ line: Line) -> Verdict {
        if line.region == .code, !context.hasPrompts,
            !reader.vocabulary.outputs.contains(line.string)
        {
            return Verdict(.command, "stands in a fence of lc, and is no statement")
        }
        if let first = line.trimmed.first, "}])".unicodeScalars.contains(first), !context.hasPrompts
        {
            return Verdict(.unclear, "closes something that nothing opened")
        }
        if context.lastCommand != nil, Self.isTableRow(line.trimmed) {
            return Verdict(.output, "a row of a table below a statement")
        }
        if !context.hasPrompts, !reader.vocabulary.outputs.contains(line.string),
            !reader.vocabulary.outputs.begin(String(scalars: line.trimmed)),
            let statement = HiddenStatement.text(in: line.trimmed, reader)
        {
            return Verdict(.unclear, "words before what could be the statement \(statement)")
        }
        return context.lastCommand != nil && (context.hasPrompts || line.indentation > 0)
            ? Verdict(.output, "no statement, below one") : Verdict(.prose, "no statement")
    }
}
