import Platform
import Session
import Synchronization
import Syntax
import Testing

/// Depth that a text or a definition asks for ends in a sentence, and flat texts have none.
@Suite struct DepthTests {
    private static func nested(_ opening: String, _ core: String, _ closing: String, _ count: Int)
        -> String
    {
        String(repeating: opening, count: count) + core + String(repeating: closing, count: count)
    }

    @Test(arguments: [
        "def f x { " + nested("if true { ", "f 1", " }", 150) + " }; f 1",
        "def f x { return " + nested("min(", "f(1)", ")", 150) + " }; print (f(1))",
        "def f x { return " + nested("[", "f(1)", "]", 150) + " }; y = f(1)",
        "def f x { " + nested("repeat 1 { ", "y = [1, f(1)]", " }", 150) + " }; f 1",
    ])
    func `recursion times nesting ends in a sentence`(text: String) throws {
        let found = Mutex<String?>(nil)
        SystemThread.run(stackSize: 8 << 20) {
            let error = CommandTests.run(text).error
            found.withLock { $0 = error }
        }
        let message = try #require(found.withLock { $0 })
        #expect(message.contains("nested too deep"))
    }

    @Test func `a sum of 100 000 terms is checked and run`() {
        let terms = String(repeating: " + 1", count: 100_000)
        let source = Source(name: "test", text: "x = 1\(terms)")
        #expect(Checker.check(source) == [])
        #expect(CommandTests.run(source.text + "; x").value == .number(100_001))
        #expect(
            CommandTests.run("len([]" + terms.replacing("1", with: "[1]") + ")").value
                == .number(100_000))
    }

    @Test func `the operands of a chain are evaluated as far as they are needed`() {
        #expect(CommandTests.run("false and 1 and nothere").value == false)
        #expect(CommandTests.run("true or 1 or nothere").value == true)
        #expect(CommandTests.run("1 - \"a\" - nothere").error?.contains("not a string") == true)
        #expect(CommandTests.run("10 - 3 - 2").value == .number(5))
        #expect(CommandTests.run("2 ^ 3 ^ 2").value == .number(512))
        #expect(CommandTests.run("--2 + ---2").value == .number(0))
        #expect(CommandTests.run("not not true").value == true)
    }

    @Test(arguments: [
        ("range(0, -1e19)", nil), ("range(0, 1e19)", "range needs a step"),
        ("linspace(0, 1, 1e300)", "a whole number of points"), ("round(1e300)", nil),
        ("repeat 1e300 { print 1 }", "repeat needs a whole number of times"),
        ("x = [1]; x[1e300]", "an index must be a whole number"),
        ("load iris; sgd epochs=1e300", "more steps than a lifetime has"),
        ("load iris; split val=1e300", nil),
    ])
    func `numbers beyond all bounds end in a value or a sentence`(text: String, sentence: String?) {
        let error = CommandTests.run(text).error
        if let sentence { #expect(error?.contains(sentence) == true) }
    }
}
