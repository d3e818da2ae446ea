import Platform
import TestSupport
import Testing

/// Where a stranger's notes and sessions may write files.
@Suite struct WritePolicyTests {
    private let folder = TemporaryFolder()

    /// Notes in a folder of their own that write beside themselves or elsewhere.
    private func notes(writing path: String) -> String {
        folder.makeFolder("notes")
        folder.write(
            "notes/a.md",
            "```lc\nload iris\nplot histogram save=\"\(path).svg\"\nsave \"\(path).lc\"\n```\n")
        return folder.path + "/notes/a.md"
    }

    private func exists(_ name: String) -> Bool {
        FileSystem.exists("\(folder.path)/\(name).svg")
            || FileSystem.exists("\(folder.path)/\(name).lc")
    }

    @Test func `notes write below their folder, and a sentence refuses the rest`() {
        let inside = notes(writing: folder.path + "/notes/b")
        #expect(BuiltProgram.run([inside]).status == 0)
        #expect(exists("notes/b"))
        let outside = notes(writing: folder.path + "/b")
        let refused = BuiltProgram.run([outside])
        #expect(refused.status == 1 && !exists("b"))
        #expect(
            refused.errors.contains(
                "b.svg is not below \(real(folder.path))/notes, where notes and saved sessions may write"
            ))
        #expect(refused.errors.contains("lc --allow-writes lets them write everywhere"))
        #expect(BuiltProgram.run(["--allow-writes", outside]).status == 0)
        #expect(exists("b"))
    }

    private func real(_ path: String) -> String { (try? FileSystem.realPath(path)) ?? path }

    @Test func `neither a link nor dots lead out of the folder`() {
        let dots = BuiltProgram.run([notes(writing: folder.path + "/notes/../b")])
        #expect(dots.status == 1 && !exists("b"))
        folder.makeFolder("elsewhere")
        Shell.run("ln -s ../elsewhere '\(folder.path)/notes/link'")
        let link = BuiltProgram.run([notes(writing: folder.path + "/notes/link/b")])
        #expect(link.status == 1 && !exists("elsewhere/b"))
        folder.write("precious.svg", "precious")
        Shell.run("ln -s ../precious.svg '\(folder.path)/notes/c.svg'")
        let file = BuiltProgram.run([notes(writing: folder.path + "/notes/c")])
        #expect(file.status == 1 && folder.read("precious.svg") == "precious")
    }

    @Test(arguments: ["open session", "run"])
    func `a session that is opened writes below its folder, whoever opens it`(command: String) {
        let outside = notes(writing: folder.path + "/b")
        let statement = "\(command) \(outside)"
        #expect(BuiltProgram.run(["-c", statement]).status == 1)
        #expect(!exists("b"))
        // What the user writes before and after is the user's own.
        let after = BuiltProgram.run([
            "--keep-going", "-c", "\(statement)\nload iris\nsave \(folder.path)/mine.lc",
        ])
        #expect(after.output.contains("wrote") && exists("mine") && !exists("b"))
        #expect(BuiltProgram.run(["--allow-writes", "-c", statement]).status == 0)
        #expect(exists("b"))
    }

    @Test
    func `a definition of a session that was opened writes below its folder, whoever calls it`() {
        folder.makeFolder("notes")
        folder.write(
            "notes/a.lc", "load iris\ndef good p { save $p }\ndef bad p { good $p }\nx = 1\n")
        let open = "open session \(folder.path)/notes/a.lc\n"
        for call in [
            "good \(folder.path)/b.lc", "bad \(folder.path)/b.lc", "bad(\"\(folder.path)/b.lc\")",
        ] {
            let result = BuiltProgram.run(["-c", open + call])
            #expect(result.status == 1 && result.errors.contains("where notes and saved sessions"))
            #expect(!exists("b"))
        }
        let inside = BuiltProgram.run(["-c", open + "bad \(folder.path)/notes/b.lc"])
        #expect(inside.status == 0 && exists("notes/b"), "\(inside.errors)")
        let own = BuiltProgram.run([
            "-c", open + "def mine p { save $p }\nmine \(folder.path)/b.lc",
        ])
        #expect(own.status == 0 && exists("b"), "\(own.errors)")
    }

    @Test func `a script that is run by its name may write anywhere`() {
        folder.write("a.lc", "load iris\nsave \(folder.path)/b.lc")
        #expect(BuiltProgram.run(["-c", "run \(folder.path)/a.lc"]).status == 0 && exists("b"))
    }

    @Test func `weave lets notes write below their folder only`() {
        let html = folder.path + "/a.html"
        let outside = notes(writing: folder.path + "/b")
        #expect(BuiltProgram.run(["weave", outside, "-o", html]).status == 1)
        #expect(!exists("b") && !FileSystem.exists(html))
        #expect(BuiltProgram.run(["weave", "--allow-writes", outside, "-o", html]).status == 0)
        #expect(exists("b") && FileSystem.exists(html))
    }

    @Test func `test and verify leave no file, and read what they wrote`() {
        let path = folder.path + "/w.npz"
        folder.write("w.npz", "precious")
        let code = "load iris\nsgd epochs=1\nsave weights \(path)\ninit\nopen weights \(path)\n"
        folder.write(
            "a.md", "```lc\n\(code)```\n\n```lc\nprint ok\n```\n\n```output\nok\n```\n")
        let temporary = folder.path + "/temporary"
        folder.makeFolder("temporary")
        let test = BuiltProgram.run(
            ["test", folder.path + "/a.md"], environment: ["TMPDIR": temporary])
        #expect(test.status == 0, "\(test.errors)")
        #expect(folder.read("w.npz") == "precious")
        #expect(BuiltProgram.run(["-c", code + "save \(folder.path)/s.lc"]).status == 0)
        folder.write("w.npz", "precious")
        folder.write(
            "s.lc",
            folder.read("s.lc").replacing(
                "\ninit", with: "\nsave weights \(path)\ninit"))
        let verify = BuiltProgram.run(
            ["verify", folder.path + "/s.lc"], environment: ["TMPDIR": temporary])
        #expect(verify.status == 0, "\(verify.errors)")
        #expect(folder.read("w.npz") == "precious")
        #expect(FolderEntries.names(in: temporary).count == 2)
    }

    @Test func `what test throws away fails where the file itself could not be written`() {
        folder.write("a.lc", "load iris\nsave \(folder.path)/none/b.lc\nprint 1\n#> 1\n")
        let result = BuiltProgram.run(["test", folder.path + "/a.lc"])
        #expect(result.status == 1 && result.errors.contains("there is no folder"))
    }
}
