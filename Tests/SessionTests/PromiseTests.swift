import Session
import Syntax
import TestSupport
import Testing

/// The table "What is promised" of Sources/README.md names tests that exist.
@Suite struct PromiseTests {
    @Test func `each promise names a test`() throws {
        let page = try ScriptFile.read(TestTools.root + "/Sources/README.md").text
        let begin = try #require(page.firstRange(of: "## What is promised"))
        let rows = page[begin.upperBound...].split(separator: "\n").drop { !$0.hasPrefix("|---") }
            .dropFirst().prefix { $0.hasPrefix("|") }
        #expect(rows.count > 10)
        for row in rows {
            let cells = row.split(separator: "|")
            #expect(cells.count == 3, "\(row)")
            let parts = (cells.last ?? "").split(separator: "`", maxSplits: 2)
            let file = try #require(parts.dropFirst().first, "\(row)")
            let name = try #require(parts.last).drop { $0 == ":" || $0 == " " }.reversed()
                .drop { $0 == " " }.reversed()
            #expect(
                try Self.tests(in: String(file)).contains(String(name)), "\(file): \(String(name))")
        }
    }

    /// The names of the tests in all files of a name.
    private static func tests(in file: String) throws -> Set<String> {
        let folders = try Folder.names(TestTools.root + "/Tests").filter { $0.hasSuffix("Tests") }
        var names: Set<String> = []
        for folder in folders {
            let path = "\(TestTools.root)/Tests/\(folder)"
            guard try Folder.names(path).contains("\(file).swift") else { continue }
            let text = try ScriptFile.read("\(path)/\(file).swift").text
            for piece in text.split(separator: "func `").dropFirst() {
                names.insert(String(piece.prefix { $0 != "`" }))
            }
        }
        return names
    }
}
