import TestSupport
import Testing

/// Sessions on a pseudo-terminal that are killed.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CrashTests {
    private func session(_ state: TemporaryFolder) throws -> PseudoTerminal {
        try #require(
            PseudoTerminal(BuiltProgram.path, environment: Self.environment(state)))
    }

    @Test func `a cell that the disk has no room for is said to be lost, and the next are not`()
        throws
    {
        let state = TemporaryFolder()
        let command = "ulimit -f 8; exec '\(BuiltProgram.path)'"
        var first: PseudoTerminal? = PseudoTerminal(
            "/bin/sh", ["-c", command], environment: Self.environment(state), rows: 100)
        #expect(first?.wait(for: "[1] lc> ") == true)
        for (index, line) in [
            "x = 1", "print \"\(String(repeating: "long ", count: 900))\"; y = 2", "z = 3",
        ].enumerated() {
            first?.send(line + "\r")
            #expect(first?.wait(for: "[\(index + 2)] lc> ") == true, "\(line.prefix(20))")
        }
        #expect(first?.screen.contains("the journal cannot be written") == true)
        first = nil
        let second = try session(state)
        #expect(second.wait(for: "a session of 2 cells"))
        second.send("recover\r")
        #expect(second.wait(for: "[4] lc> "))
        second.send("print \"{x} {y} {z} are back\"\r")
        #expect(second.wait(for: "1 2 3 are back"))
    }

    @Test(arguments: [("", "if true { ", "f 1", " }", 190), ("y = ", "min([", "f(1)", "])", 80)])
    func `a definition that calls itself within much nesting ends in a sentence`(
        start: String, opening: String, core: String, closing: String, count: Int
    ) {
        let body =
            start + String(repeating: opening, count: count) + core
            + String(repeating: closing, count: count)
        let result = BuiltProgram.run(["-c", "def f x { \(body) }; f 1"])
        #expect(result.status == 1)
        #expect(result.errors.contains("too deep") || result.errors.contains("calls itself more"))
    }

    private static func environment(_ state: TemporaryFolder) -> [String] {
        [
            "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(state.path)",
            "XDG_STATE_HOME=\(state.path)",
        ]
    }

    private func journals(_ state: TemporaryFolder) -> String {
        Shell.run(
            "cat '\(state.path)'/lc/journals/*.journal >'\(state.path)/all' 2>/dev/null")
        return state.read("all")
    }

    @Test func `200 kills at random moments lose at most the running cell, and no saved file`()
        throws
    {
        var random: UInt64 = 11
        var moments: Set<Int> = []
        for round in 0..<200 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let state = TemporaryFolder()
            let file = "\(state.path)/notes.json"
            var terminal: PseudoTerminal? = try session(state)
            #expect(terminal?.wait(for: "[1] lc> ") == true)
            let lines =
                ["load iris"] + (1...6).flatMap { ["save \(file)", "x = \($0); sgd epochs=1"] }
            // Typed one by one: lines that come at once are a paste.
            for line in lines.prefix(Int(random >> 33 % 14)) {
                terminal?.send(line + "\r")
                terminal?.settle(milliseconds: 2)
            }
            _ = terminal?.wait(for: "never", seconds: Double(random >> 45 % 20) / 1000)
            let screen = terminal?.screen ?? ""
            terminal = nil
            let finished = (2...16).last { screen.contains("[\($0)] lc> ") }.map { $0 - 1 } ?? 0
            let kept = journals(state).split(separator: "\n", omittingEmptySubsequences: false)
            let whole = max(0, kept.count - 1)
            #expect(whole >= finished && whole <= finished + 14, "round \(round)")
            moments.insert(whole)
            let saved = state.read("notes.json")
            let isSaved = screen.contains("wrote")
            #expect(
                saved.isEmpty && !isSaved || saved.hasSuffix("  ]\n}\n"), "round \(round)")
            guard round % 20 == 0, whole > 0 else { continue }
            let next = try session(state)
            #expect(next.wait(for: "recover brings it back"))
            #expect(next.wait(for: "[1] lc> "))
            next.send("recover\r")
            #expect(next.wait(for: "\(whole) cell"))
            #expect(next.wait(for: "[\(whole + 2)] lc> "))
            next.send("\u{4}")
            #expect(next.status() == 0)
            #expect(journals(state).isEmpty)
        }
        #expect(moments.count > 5, "the kills came at \(moments.sorted())")
    }

    @Test func `a recovered session has the same weights, variables, cells and steps back`() throws
    {
        let state = TemporaryFolder()
        var first: PseudoTerminal? = try session(state)
        #expect(first?.wait(for: "[1] lc> ") == true)
        for (index, line) in [
            "load iris", "sgd epochs=3", "x = _.loss", "print \"a\\n{x} \\{\"", "undo", "x = 5",
            "bad",
            "status",
        ].enumerated() {
            first?.send(line + "\r")
            #expect(first?.wait(for: "[\(index + 2)] lc> ") == true, "\(line)")
        }
        let screen = first?.screen ?? ""
        let digest =
            screen.split(separator: "fingerprint ").last.map { String($0.prefix(17)) } ?? "none"
        first = nil
        let second = try session(state)
        #expect(second.wait(for: "a session of 8 cells ended just now without quit"))
        second.send("recover\r")
        #expect(second.wait(for: "[10] lc> "))
        second.send("status\r")
        #expect(second.wait(for: "fingerprint \(digest)"))
        second.send("print \"x is {x}, {out[2].run}\"\r")
        #expect(second.wait(for: "x is 5, 1"))
        second.send("undo 2; cells\r")
        #expect(second.wait(for: "undone: sgd epochs=3"))
        #expect(second.wait(for: "there is no command 'bad'"))
        second.send("quit\r")
        #expect(second.status() == 0)
    }

    @Test func `a run that Ctrl-C stopped comes back as it was, without running again`() throws {
        let state = TemporaryFolder()
        var first: PseudoTerminal? = try session(state)
        #expect(first?.wait(for: "[1] lc> ") == true)
        first?.send("load digits\r")
        #expect(first?.wait(for: "[2] lc> ") == true)
        first?.send("sgd epochs=1000000\r")
        #expect(first?.wait(for: "left") == true)
        first?.send("\u{3}")
        #expect(first?.wait(for: "[3] lc> ") == true)
        first?.send("status\r")
        #expect(first?.wait(for: "[4] lc> ") == true)
        first?.send("save \(state.path)/a.lc\r")
        #expect(first?.wait(for: "[5] lc> ") == true)
        let screen = first?.screen ?? ""
        let digest =
            screen.split(separator: "fingerprint ").last.map { String($0.prefix(17)) } ?? "none"
        let check = BuiltProgram.run(["verify", "\(state.path)/a.lc"])
        #expect(check.status == 0, "\(check.errors)")
        #expect(state.read("a.lc").contains("weights=\(digest)"))
        first = nil
        let second = try session(state)
        #expect(second.wait(for: "[1] lc> "))
        second.send("recover; status\r")
        #expect(second.wait(for: "4 cells are back"))
        #expect(second.wait(for: "fingerprint \(digest)"))
    }
}
