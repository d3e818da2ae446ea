import Session
import Syntax
import Testing

/// Lists and strings that grow by and by: what they cost is new in them, and each stays a value of its own.
@Suite struct GrowingValueTests {
    private static func list(_ name: String, _ session: Session) -> List? {
        guard case .list(let list)? = session.state.variables[name] else { return nil }
        return list
    }

    @Test(arguments: [
        ("x = [1]; y = x; x = x + [2]; x = x + [3]; print $y $x", "[1] [1, 2, 3]"),
        ("x = [1]; y = x + [2]; z = x + [3]; print $x $y $z", "[1] [1, 2] [1, 3]"),
        ("x = [1, 2]; x = x + x; print $x", "[1, 2, 1, 2]"),
        ("x = [1]; for i in x { x = x + [i, 5] }; print $x", "[1, 1, 5]"),
        ("x = [1]; x = x + [x]; x = x + [x]; print $x", "[1, [1], [1, [1]]]"),
        ("a = [0]; b = [1]; c = b + [a]; d = a + [b]; print $c $d", "[1, [0]] [0, [1]]"),
        ("x = []; repeat 3 { x = x + [[x]] }; print $x", "[[[]], [[[[]]]], [[[[]], [[[[]]]]]]]"),
        ("x = [2]; y = [x, x]; x = x + [3]; print $y $x", "[[2], [2]] [2, 3]"),
        (
            "def f x { y = x; x = x + [1]; return [x, y] }; z = [0]; print (f(z)) $z",
            "[[0, 1], [0]] [0]"
        ),
        ("s = \"a\"; t = s; s = s + \"b\" + s; print $t $s", "a aba"),
        ("s = \"a\"; repeat 3 { s = s + s }; print $s", "aaaaaaaa"),
        (
            "def f s { t = s; repeat 2 { s = s + \"x\" }; return t + s }; s = \"u\"; print (f(s)) $s",
            "uuxx u"
        ),
    ])
    func `a list or string that grew from another leaves that as it was`(
        text: String, shown: String
    ) {
        let result = CommandTests.run(text)
        #expect(result.error == nil && result.text == shown)
    }

    @Test func `undo and redo find each list as it was`() {
        let session = Session()
        _ = CommandTests.run("x = [0]", in: session)
        for i in 1...5 { _ = CommandTests.run("x = x + [\(i)]", in: session) }
        _ = CommandTests.run("undo 3; x = x + [7]; undo; redo", in: session)
        #expect(CommandTests.run("print $x", in: session).text == "[0, 1, 2, 7]")
        _ = CommandTests.run("undo 3", in: session)
        #expect(CommandTests.run("print $x", in: session).text == "[0]")
    }

    @Test(arguments: ["x = x + [1]", "repeat 3 { x = x + [1, [2], {a: 3}] }", "x = x + [1] + [2]"])
    func `a list grows where it is`(text: String) throws {
        let session = Session()
        _ = CommandTests.run("x = range(1, 1000)", in: session)
        let before = try #require(Self.list("x", session))
        for _ in 0..<3 { _ = CommandTests.run(text, in: session) }
        let after = try #require(Self.list("x", session))
        #expect(after.sharesItems(with: before) && after.count > before.count)
        #expect(before.count == 1000 && before.items.count == 1000)
        // Another list grows from the short one.
        _ = CommandTests.run("undo 3; x = x + [4]", in: session)
        let other = try #require(Self.list("x", session))
        #expect(!other.sharesItems(with: before) && other.last == .number(4))
    }

    @Test func `no list holds itself, also where only a longer one shows it`() throws {
        let session = Session()
        _ = CommandTests.run("b = [1]; a = [0]; c = b + [a]; d = a + [b]; e = d + [c]", in: session)
        let (a, d, e) = (Self.list("a", session), Self.list("d", session), Self.list("e", session))
        #expect(try #require(d).sharesItems(with: try #require(a)) == false)
        #expect(e?.count == 3)
    }

    @Test func `what a string's growing failed at leaves the string`() {
        let session = Session()
        let (_, error, _) = CommandTests.run("s = \"a\"; s = s + \"b\" + 1", in: session)
        #expect(error == "a string and a number cannot be added")
        #expect(CommandTests.run("print $s", in: session).text == "a")
        let block = CommandTests.run("repeat 3 { s = s + \"b\"; s = s + nothing }", in: session)
        #expect(block.error == "a string and nothing cannot be added")
        #expect(CommandTests.run("print $s", in: session).text == "a")
    }
}
