import TerminalText
import Testing
import lc

@Suite struct TerminalFeaturesTests {
    private static func features(
        _ term: String, _ variables: [String: String] = [:], isPlain: Bool = false
    ) -> TerminalFeatures {
        TerminalFeatures(term: term, isPlain: isPlain, variable: { variables[$0] })
    }

    @Test(arguments: ["linux", "vt100", "vt220", "ansi", "con80x25"])
    func `consoles have no window`(term: String) {
        let features = Self.features(term, ["VTE_VERSION": "8000"])
        #expect(!features.isWindow && !features.hasCursorShapes && !features.showsProgress)
    }

    @Test func `what only prints has nothing, whatever its name is`() {
        let features = Self.features("xterm-kitty", ["WT_SESSION": "x"], isPlain: true)
        #expect(!features.isWindow && !features.showsProgress && !features.showsMessages)
    }

    @Test func `windows have titles, and some of them progress or messages`() {
        let plain = Self.features("xterm-256color")
        #expect(plain.isWindow && plain.hasCursorShapes)
        #expect(!plain.showsProgress && !plain.showsMessages)
        #expect(Self.features("xterm", ["VTE_VERSION": "7900"]).showsProgress)
        #expect(!Self.features("xterm", ["VTE_VERSION": "7899"]).showsProgress)
        #expect(Self.features("xterm", ["WT_SESSION": "1"]).showsProgress)
        #expect(Self.features("xterm-kitty").showsMessages)
        #expect(Self.features("xterm", ["TERM_PROGRAM": "iTerm.app"]).showsMessages)
    }

    @Test func `long work rings, and sends a message where those are shown`() {
        let plain = Self.features("xterm")
        let kitty = Self.features("xterm-kitty")
        #expect(LongWork.notice(of: "sgd", after: 9.9, kitty).isEmpty)
        #expect(LongWork.notice(of: "sgd", after: 10, plain) == ShownText(.bell))
        #expect(
            LongWork.notice(of: "sgd\nsolve", after: 60, kitty).encoded
                == "\u{7}\u{1B}]9;lc: sgd has ended\u{1B}\\")
        let evil = LongWork.notice(of: "a\u{1B}]0;x\u{7}", after: 60, kitty).encoded
        #expect(evil == "\u{7}\u{1B}]9;lc: a]0;x has ended\u{1B}\\")
    }
}
