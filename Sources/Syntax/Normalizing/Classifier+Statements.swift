/// Statements that stand bare among other text: nothing that could run is left out without evidence,
/// and nothing runs that was prose.
extension Classifier {
    func statement(_ page: Page, _ index: Int) -> Verdict {
        let line = page.lines[index]
        let text = line.string
        if let owner = context.lastCommand, reader.vocabulary.listing.contains(owner),
            context.isBelowReport(page, index)
        {
            return Verdict(.output, "\(owner) shows statements")
        }
        if line.trimmed.contains("·"), !text.contains("\""), !text.contains("'") {
            return Verdict(.output, "only reports have the sign ·")
        }
        if context.echoes.contains(String(scalars: line.trimmed)) {
            return Verdict(.output, "print shows this text")
        }
        if reader.vocabulary.outputs.contains(text), context.hasPrompts || line.indentation > 0 {
            return Verdict(.output, "a command shows lines like this")
        }
        if goesOnWithRow(page, index) { return Verdict(.output, "goes on with a row of a report") }
        if isRow(page, index) { return Verdict(.output, "a row of a report") }
        if groups.ends[index] != nil { return Verdict(.command, "a statement of several lines") }
        if line.region == .code { return Verdict(.command, "stands in a fence of lc") }
        if isContinuedProse(page, index), isWordy(line) {
            return isFollowedByProse(page, index)
                ? Verdict(.prose, "goes on with a sentence")
                : Verdict(.unclear, "a statement, or the end of a sentence")
        }
        return lone(page, index) ?? formula(line) ?? sentence(line)
            ?? Verdict(.command, reason(line))
    }

    private func reason(_ line: Line) -> String {
        let around = line.surroundings.subtracting([.quotation]).map(\.description).sorted()
        let place = line.region == .plain ? ["stands in a fence"] : []
        return (["a statement that could run"] + place + around).joined(separator: ", ")
    }

    /// A command's word alone may be a heading; one that takes work away runs only among others.
    func lone(_ page: Page, _ index: Int) -> Verdict? {
        let line = page.lines[index]
        let word = String(scalars: line.trimmed)
        guard !word.contains(" "), reader.isCommand(word) else { return nil }
        let isCapital = line.surroundings.contains(.capital)
        let isAmong = isAmongStatements(page, index)
        if isCapital, !(isAmong && context.areCapital) {
            // Where commands begin with a capital, or stand beside it, a heading is no more likely.
            return context.areCapital || reader.vocabulary.risky.contains(word) && isAmong
                ? Verdict(.unclear, "a heading, or the command \(word)")
                : Verdict(.prose, "a heading: one word with a capital letter")
        }
        let isRisky = reader.vocabulary.risky.contains(word)
        guard isRisky || isInParagraph(page, index), !isAmong, !isLedIn(page, index),
            line.surroundings.isDisjoint(with: [.leadIn, .item, .chatHead])
        else { return nil }
        return Verdict(.unclear, "one word alone, which could be the command \(word)")
    }

    /// An assignment between sentences whose names nothing defines is a formula.
    private func formula(_ line: Line) -> Verdict? {
        guard line.region == .page, context.hasProse, line.surroundings.isEmpty,
            Assignment.name(of: line.trimmed) != nil, !reader.isDefined(line.string)
        else { return nil }
        return Verdict(.prose, "a formula, whose names nothing defines")
    }

    /// `print` takes all words there are, also those of a sentence.
    private func sentence(_ line: Line) -> Verdict? {
        guard isWordy(line), let last = line.trimmed.last,
            line.surroundings.isDisjoint(with: [.leadIn])
        else { return nil }
        let words = line.string.split(separator: " ")
        guard words.count >= 4, ".?!:".unicodeScalars.contains(last) else { return nil }
        return Verdict(.unclear, "a sentence that would run as the command \(words[0])")
    }

    /// Two commands or more stand in the same paragraph.
    private func isAmongStatements(_ page: Page, _ index: Int) -> Bool {
        [index - 1, index + 1].contains { place in
            page.lines.indices.contains(place) && !page.lines[place].isEmpty
                && page.lines[place].block == page.lines[index].block
                && page.lines[place].verdict?.kind.isKept != false
                && (reader.read(page.lines[place].trimmed).couldRun
                    || page.lines[place].trimmed == ["}"])
        }
    }

    /// Words stand directly above or below.
    private func isInParagraph(_ page: Page, _ index: Int) -> Bool {
        [index - 1, index + 1].contains { place in
            page.lines.indices.contains(place) && !page.lines[place].isEmpty
                && reader.read(page.lines[place].trimmed) == .words
        }
    }

    /// The words before end with a colon.
    private func isLedIn(_ page: Page, _ index: Int) -> Bool {
        guard let before = page.filled(before: index, within: 3) else { return false }
        return page.lines[before].trimmed.last.map { ":：".unicodeScalars.contains($0) } ?? false
    }

    /// Only words: no option, number, string or sign of the language.
    func isWordy(_ line: Line) -> Bool {
        line.scalars.allSatisfy { !"=\"'$#([{<0123456789".unicodeScalars.contains($0) }
    }

    /// Whether a page's width broke a sentence before this line.
    func isContinuedProse(_ page: Page, _ index: Int) -> Bool {
        guard index > 0, page.lines[index].surroundings.isEmpty, !page.lines[index - 1].isEmpty,
            let before = page.lines[index - 1].verdict,
            before.kind == .prose || before.kind == .output
        else { return false }
        let last = page.lines[index - 1].trimmed.last
        guard last.map({ !".:;?!：。".unicodeScalars.contains($0) }) ?? false else { return false }
        return wrapping.isFilled
            && wrapping.isWrapped(page.lines[index - 1], before: page.lines[index])
    }

    private func isFollowedByProse(_ page: Page, _ index: Int) -> Bool {
        guard index + 1 < page.lines.count, !page.lines[index + 1].isEmpty else {
            return page.lines[index].trimmed.last == "."
        }
        return reader.read(page.lines[index + 1].trimmed) == .words
    }

    /// Options that belong to a statement in the row above, which a window broke.
    private func goesOnWithRow(_ page: Page, _ index: Int) -> Bool {
        guard index > 0, page.lines[index - 1].verdict?.kind == .output,
            page.lines[index].indentation > page.lines[index - 1].indentation
        else { return false }
        let row = page.lines[index - 1].trimmed
        return HiddenStatement.starts(in: row, reader).contains { start in
            reader.read(row[start...] + [" "] + page.lines[index].trimmed).couldRun
        }
    }

    /// A line whose second word begins in the column where it does in the rows beside it: a report's.
    private func isRow(_ page: Page, _ index: Int) -> Bool {
        guard page.lines[index].changes.isEmpty,
            let column = Self.secondColumn(page.lines[index].original)
        else { return false }
        let rows = ([index - 2, index - 1, index + 1, index + 2]).filter { place in
            page.lines.indices.contains(place)
                && Self.secondColumn(page.lines[place].original) == column
                && !reader.read(page.lines[place].trimmed).couldRun
        }
        return !rows.isEmpty
    }

    /// Where the second word begins, behind two spaces or more.
    private static func secondColumn(_ line: [Unicode.Scalar]) -> Int? {
        let indent = line.prefix { $0 == " " }.count
        let word = line[indent...].prefix { $0 != " " }.count
        let gap = line[(indent + word)...].prefix { $0 == " " }.count
        return gap >= 2 && word > 0 && indent + word + gap < line.count ? indent + word + gap : nil
    }
}
