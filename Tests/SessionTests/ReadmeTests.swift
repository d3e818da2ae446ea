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
}
