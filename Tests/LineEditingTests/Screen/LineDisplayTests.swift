import LineEditing
import TerminalText
import TestSupport
import Testing

/// What is drawn, on a model of a screen.
@Suite struct LineDisplayTests {
    private struct Random {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func text(_ limit: Int) -> [Unicode.Scalar] {
            let pieces = Array("ab 한글 c\n{}=é".unicodeScalars)
            return (0..<below(limit)).map { _ in pieces[below(pieces.count)] }
        }
    }

    private func frame(_ layout: LineLayout, _ text: [Unicode.Scalar], _ hint: String)
        -> LineDisplay.Frame
    {
        var rows = layout.rows.enumerated().map { index, row in
            let margin = index == 0 ? "[1] lc> " : String(repeating: " ", count: row.indent)
            return LineDisplay.Row(text: margin + LineLayout.visible(text[row.start..<row.end]))
        }
        if layout.cursorRow == rows.count - 1 { rows[rows.count - 1].hint = hint }
        return LineDisplay.Frame(
            rows: rows, cursorRow: layout.cursorRow, cursorColumn: layout.cursorColumn)
    }

    @Test func `whatever was shown, the next frame stands there and nothing else`() {
        var random = Random(state: 3)
        for columns in [20, 33, 80] {
            var screen = ScreenModel(columns: columns, rows: 30)
            screen.feed("above\r\n")
            var display = LineDisplay()
            for round in 0..<400 {
                let text = random.text(60)
                let cursor = random.below(text.count + 1)
                let layout = LineLayout(text, cursor: cursor, indent: 8, columns: columns)
                guard layout.rows.count < 25 else { continue }
                let room = columns - 1 - layout.cursorColumn
                let hint = random.below(3) == 0 && cursor == text.count && room > 4 ? "hint" : ""
                let frame = frame(layout, text, hint)
                screen.feed(display.draw(frame, columns: columns).encoded)
                let expected = ["above"] + frame.rows.map { ($0.text + $0.hint).trimmed }
                #expect(
                    screen.text == expected.joined(separator: "\n").trimmed, "round \(round)")
                #expect(screen.cursorRow == 1 + frame.cursorRow, "round \(round)")
                #expect(screen.cursorColumn == frame.cursorColumn, "round \(round)")
                #expect(screen.hint == hint, "round \(round)")
                if screen.cursorColumn != frame.cursorColumn { return }
            }
            screen.feed(display.erase().encoded)
            #expect(screen.text == "above" && screen.cursorRow == 1 && screen.cursorColumn == 0)
        }
    }

    @Test func `at the bottom of the screen older rows scroll out`() {
        var screen = ScreenModel(columns: 20, rows: 5)
        screen.feed("1\r\n2\r\n3\r\n4\r\n")
        var display = LineDisplay()
        let rows = ["a", "b", "c"].map { LineDisplay.Row(text: $0) }
        screen.feed(
            display.draw(LineDisplay.Frame(rows: rows, cursorRow: 0, cursorColumn: 1), columns: 20)
                .encoded)
        #expect(screen.text == "3\n4\na\nb\nc" && screen.beforeCursor == "a")
        screen.feed(display.finish().encoded + "next")
        #expect(screen.text == "4\na\nb\nc\nnext")
    }

    @Test func `nothing in the texts of a row acts on the terminal, and each takes its columns`() {
        let evil = "a\u{1B}[2J\u{9B}31m\u{7}\u{202E}\u{61C}b"
        let row = LineDisplay.Row(text: evil, hint: evil, styles: [StyledRange(1..<4, .inverse)])
        var display = LineDisplay()
        let drawn = display.draw(
            LineDisplay.Frame(rows: [row], cursorRow: 0, cursorColumn: row.columns), columns: 80)
        var screen = ScreenModel(columns: 80, rows: 5)
        screen.feed(drawn.encoded)
        #expect(screen.text == "a^[[2J�31m^G��ba^[[2J�31m^G��b")
        #expect(screen.cursorColumn == row.columns)
    }

    @Test func `typing at the end writes what was typed and little more`() {
        var display = LineDisplay()
        func draw(_ text: String) -> ShownText {
            let row = LineDisplay.Row(text: text)
            return display.draw(
                LineDisplay.Frame(
                    rows: [row], cursorRow: 0, cursorColumn: LineLayout.columns(text)),
                columns: 80)
        }
        _ = draw("[1] lc> print")
        #expect(draw("[1] lc> print \"").encoded.utf8.count < 8)
        #expect(draw("[1] lc> print \"한").encoded.utf8.count < 8)
        #expect(draw("[1] lc> print \"한").isEmpty)
    }
}

@Suite struct LineLayoutTests {
    private func rows(_ text: String, cursor: Int? = nil, columns: Int) -> LineLayout {
        let scalars = Array(text.unicodeScalars)
        return LineLayout(scalars, cursor: cursor ?? scalars.count, indent: 4, columns: columns)
    }

    @Test func `a wide character that does not fit goes to the next row whole`() {
        let layout = rows("abc한글", columns: 10)
        #expect(layout.rows.map(\.width) == [9, 6])
        #expect(layout.cursorRow == 1 && layout.cursorColumn == 6)
    }

    @Test func `behind a full row the cursor begins the next`() {
        let layout = rows("abcdef", columns: 10)
        #expect(layout.rows.count == 2 && layout.cursorRow == 1 && layout.cursorColumn == 4)
        let inside = rows("abcdef\ng", cursor: 6, columns: 10)
        #expect(inside.cursorRow == 1 && inside.cursorColumn == 4)
    }

    @Test func `lines and empty lines are rows`() {
        let layout = rows("a\n\nb", cursor: 2, columns: 20)
        #expect(layout.rows.map { $0.start..<$0.end } == [0..<1, 2..<2, 3..<4])
        #expect(layout.cursorRow == 1 && layout.cursorColumn == 4)
    }

    @Test func `control characters are shown, and take two columns`() {
        #expect(LineLayout.visible(["\u{1B}", "a", "\u{7F}", "\u{9B}"]) == "^[a^?\u{FFFD}")
        #expect(LineLayout.columns("\u{1B}a\u{7F}") == 5)
    }

    @Test func `no width is too small`() {
        for columns in 1...6 {
            let layout = rows("한글 ab", columns: columns)
            #expect(layout.rows.last?.end == 5)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(reversed().drop { $0 == " " || $0 == "\n" }.reversed())
    }
}
