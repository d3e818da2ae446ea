import Session
import Syntax
import TerminalText

/// Parsing, checking and rendering of diagnostics: never fails, and points into the source.
enum ParserTarget: FuzzTarget {
    static let name = "parser"
    static let words = LanguageWords.all

    static func take(_ bytes: [UInt8]) {
        let source = Source(name: "fuzz", text: String(decoding: bytes, as: UTF8.self))
        let script = Parser.parse(source)
        var end = 0
        for statement in script.statements {
            promise(isInside(statement.range, source), "a statement outside of its source")
            promise(statement.range.lower >= end, "statements overlap")
            end = statement.range.upper
        }
        let renderer = DiagnosticRenderer(
            showsLocation: true, usesColour: false, columns: 80, wraps: true)
        for diagnostic in script.diagnostics + Checker.check(source) {
            promise(isInside(diagnostic.range, source), "a diagnostic outside of its source")
            let text = renderer.render(diagnostic).encoded
            promise(!text.unicodeScalars.contains("\u{1B}"), "an escape sequence is shown")
        }
        promise(Parser.parse(source).statements == script.statements, "two trees of one text")
    }

    private static func isInside(_ range: SourceRange, _ source: Source) -> Bool {
        0 <= range.lower && range.lower <= range.upper && range.upper <= source.bytes.count
    }
}
