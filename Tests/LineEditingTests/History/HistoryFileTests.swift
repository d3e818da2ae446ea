import LineEditing
import TestSupport
import Testing

@Suite struct HistoryFileTests {
    private let folder = TemporaryFolder()

    @Test(arguments: [
        "for i in 1..2 {\n    print $i\n}", "print \"a\\nb\\\\\"", "a\r\nb", "\n\u{301}",
        "\\\u{301}n", "\\",
    ])
    func `an entry comes back as it was typed, whatever its marks join`(entry: String) {
        let file = HistoryFile(folder.path + "/history")
        file.append("first")
        file.append(entry)
        file.append("last")
        // Characters that look the same are not the same entry.
        #expect(
            file.entries().map { Array($0.utf8) }
                == ["first", entry, "last"].map { Array($0.utf8) })
    }

    @Test func `what a crash left of a line stays a line of its own`() {
        folder.write("history", "load iris\nload di")
        let file = HistoryFile(folder.path + "/history")
        file.append("gd")
        #expect(file.entries() == ["load iris", "load di", "gd"])
    }

    @Test func `a long history is written anew with each entry once`() {
        let lines = (0..<(2 * LineHistory.limit + 1)).map { "x\($0 % 15_000)\n" }
        folder.write("history", lines.joined())
        let file = HistoryFile(folder.path + "/history")
        _ = file.entries()
        #expect(file.entries().count == LineHistory.limit)
        #expect(Set(file.entries()).count == LineHistory.limit)
        #expect(folder.mode("history") == 0o600)
    }
}
