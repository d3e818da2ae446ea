import Notebook
import Session
import Syntax
import TestSupport
import Testing

@Suite struct ReadmeTests {
    /// `RECORD_SNAPSHOTS=1 scripts/test --filter Readme` prints the reference that belongs there.
    @Test func `the README's reference is the declarations'`() throws {
        let path = TestTools.root + "/README.md"
        let readme = try ScriptFile.read(path).text
        let reference = Reference.markdown()
        if Shell.variable("RECORD_SNAPSHOTS") != nil { print("<<<\n\(reference)>>>") }
        #expect(readme.contains("<!-- reference -->\n" + reference + "<!-- end of reference -->"))
    }

    @Test func `the README's page of the language runs`() throws {
        let path = TestTools.root + "/README.md"
        let readme = try ScriptFile.read(path).text
        let begin = try #require(readme.firstRange(of: "```lc\n"))
        let end = try #require(readme[begin.upperBound...].firstRange(of: "```"))
        let script = String(readme[begin.upperBound..<end.lowerBound])
        #expect(script.split(separator: "\n").count > 20)
        let source = Source(name: "README", text: script)
        let session = Session()
        for statement in Parser.parse(source).statements {
            #expect(session.run(statement: statement, of: source).error?.message == nil)
        }
    }

    @Test func `the README's session with a table shows what lc shows`() throws {
        let readme = try ScriptFile.read(TestTools.root + "/README.md").text
        let begin = try #require(readme.firstRange(of: "[1] lc> load csv people.csv"))
        let end = try #require(readme[begin.lowerBound...].firstRange(of: "\n```"))
        let cells = readme[begin.lowerBound..<end.lowerBound].split(separator: "] lc> ").dropFirst()
        try #require(cells.count == 4)
        let folder = TemporaryFolder()
        for name in ["people.csv", "new.csv"] {
            folder.write(name, TestData.text("../scripts/examples/\(name)"))
        }
        let session = Session()
        for cell in cells {
            var lines = cell.split(separator: "\n").map(String.init)
            let statement = lines.removeFirst().split(separator: " ").map { word in
                let file = word.split(separator: "=").last ?? word
                let isFile = [".csv", ".npz"].contains { file.hasSuffix($0) }
                return isFile ? "\(word.dropLast(file.count))\(folder.path)/\(file)" : "\(word)"
            }.joined(separator: " ")
            // Before the next cell stands the opening bracket of its number.
            lines.removeAll { $0.hasPrefix("[") }
            let result = CommandTests.run(statement, in: session)
            #expect(result.error == nil)
            let shown = result.text.replacing("\(folder.path)/", with: "")
            #expect(
                Transcript.matches(
                    excerpt: lines.joined(separator: "\n"), text: shown, tolerance: 1e-3),
                "\(shown)")
        }
        #expect(folder.read("answers.csv").hasPrefix("row,class,no,yes\n1,no,0.607"))
    }
}
