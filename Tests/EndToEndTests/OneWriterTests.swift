import TestSupport
import Testing

/// The mechanism behind `HostileNamesTests`: no other way leads to standard output.
@Suite struct OneWriterTests {
    @Test func `one file writes text to the standard streams`() {
        let calls =
            #"(StandardStream[.a-z]*|\.output|\.errors)\.write\(|(^|[^.a-zA-Z])(print|debugPrint|fputs|puts|printf)\("#
        let found = BuiltProgram.run(
            bash: "cd '\(TestTools.root)/Sources' && grep -rlE --include='*.swift' '\(calls)' .")
        #expect(found.output == "./TerminalText/ShownOutput.swift\n")
    }
}
