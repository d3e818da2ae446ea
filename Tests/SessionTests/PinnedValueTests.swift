import Session
import Syntax
import Testing

/// A saved session and a journal hold every value that a statement took from another cell.
@Suite struct PinnedValueTests {
    @Test(arguments: [
        "print 1; b = 2", "def f { }; f", "[{a: 1}.a]", "1e308 * 10", "0 - 1e308 * 10",
        "1e308 * 10 - 1e308 * 10", "[1e308 * 10, nothing, \"a\"]", "{a: nothing, b: [nothing]}",
        "50%", "(-12.5%)", "-0.0 * 1", "2..5", "\"\\u{1b}{1}\"",
    ])
    func `what out holds is the same in a session that is repeated`(cell: String) {
        let session = Session()
        _ = CommandTests.run("load iris", in: session)
        _ = CommandTests.run(cell, in: session)
        #expect(CommandTests.run("b = out[2]; c = [b, 1]", in: session).error == nil)
        let again = Session()
        let saved = SavedSession.text(session.state)
        #expect(CommandTests.run(saved, in: again).error == nil, "\(saved)")
        for name in ["b", "c"] {
            #expect(
                again.state.variables[name]?.literal == session.state.variables[name]?.literal,
                "\(saved)")
        }
    }

    @Test func `nothing is a value that can be written`() {
        let session = Session()
        #expect(CommandTests.run("x = nothing; x == nothing", in: session).text == "true")
        #expect(CommandTests.run("len([nothing, nothing])", in: session).text == "2")
        #expect(
            CommandTests.run("nothing = 1", in: session).error?.hasPrefix("nothing is a word")
                == true)
        #expect(CommandTests.run("print nothing", in: session).text == "nothing")
    }

    @Test(arguments: [
        "len(-4e18..4e18)", "len(0..4294967296)", "len(1..9e18)", "(0..4294967296)[-1]",
        "x = 0; for i in 4294967290..4294967296 { x = x + 1 }; x", "(-4e18..4e18)[-1]",
        "len(-9223372036854775807..9223372036854775807)",
    ])
    func `no range has a negative length, however long it is`(source: String) {
        let result = CommandTests.run(source)
        let isRefused = result.error?.hasPrefix("a range goes") == true
        #expect(isRefused || Double(result.text).map { $0 > 0 } == true, "\(result)")
    }
}
