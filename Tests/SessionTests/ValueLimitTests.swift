import Platform
import Session
import Synchronization
import Syntax
import Testing

/// Values stay small enough to be shown, compared, copied and freed, and Ctrl-C ends such work.
@Suite struct ValueLimitTests {
    @Test func `a list in a list in a list ends in a sentence`() {
        let (_, error, _) = CommandTests.run("a = []; repeat 100000 { a = [a] }")
        #expect(error == "this value is nested more than 150 deep")
        let (_, record, _) = CommandTests.run("a = 1; repeat 200 { a = {b: a} }")
        #expect(record == "this value is nested more than 150 deep")
    }

    @Test func `the deepest value can be shown, compared, and read again`() throws {
        let session = Session()
        let text = "a = 1; repeat 150 { a = [a] }; b = 1; repeat 150 { b = [b] }; print (a == b)"
        #expect(CommandTests.run(text, in: session).text == "true")
        let value = CommandTests.run("a", in: session).value
        let literal = try #require(value.exactLiteral)
        #expect(CommandTests.run("(\(literal))").value == value)
    }

    @Test(arguments: [
        "a = [1]; repeat 30 { a = [a, a] }", "a = {b: 1}; repeat 30 { a = {b: a, c: a} }",
        "a = [1]; repeat 30 { a = a + a }",
        "a = [1]; repeat 30 { a = a + [a] }; b = a + [a, a]; "
            + "repeat 30 { b = [b, b] }",
    ])
    func `a value that doubles ends in a sentence`(text: String) {
        #expect(
            CommandTests.run(text).error?.contains("more than 16 million items") == true)
    }

    @Test func `a string that doubles ends in a sentence`() {
        let error = CommandTests.run("a = \"ab\"; repeat 30 { a = a + a }").error
        #expect(error == "this string grows beyond 16 million characters")
        #expect(
            CommandTests.run("a = \"ab\"; repeat 30 { a = \"{a}{a}\" }").error
                == "this string grows beyond 16 million characters")
    }

    @Test(arguments: [
        "print $a", "a", "print (a == b)", "c = \"{a}\"", "print \"{a}\"", "len(\"{a}\")",
    ])
    func `showing and comparing of a large value is given up`(text: String) {
        let session = Session(environment: Environment(isAbandoned: { Abandonment.isRequested }))
        let setup = "a = [1]; repeat 12 { a = [a, a] }; b = [1]; repeat 12 { b = [b, b] }"
        #expect(CommandTests.run(setup, in: session).error == nil)
        var results: [Session.StatementResult] = []
        Abandonment.request(atLook: 3) {
            _ = session.run(cell: Source(name: "test", text: text)) { results.append($0) }
        }
        #expect(results.map(\.isInterrupted) == [true])
        #expect(results.flatMap(\.outputs).isEmpty)
    }
}
