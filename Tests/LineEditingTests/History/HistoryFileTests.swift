import LineEditing
import TestSupport
import Testing

@Suite struct HistoryFileTests {
    private let folder = TemporaryFolder()

    @Test(arguments: [
        "for i in 1..2 {\n    print $i\n}", "print \"a\\nb\\\\\"", "a\r\nb", "\n\u{301}",
        "\\\u{301}n", "\\", "#@ 5 /x", "#@ 5", "#\u{301}@",
    ])
    func `an entry comes back as it was typed, whatever its marks join`(entry: String) {
        let file = HistoryFile(folder.path + "/history")
        file.append(HistoryEntry("first"))
        file.append(HistoryEntry(entry, time: 5, folder: "/a b\n"))
        file.append(HistoryEntry("last"))
        // Characters that look the same are not the same entry.
        #expect(
            file.entries().map { Array($0.text.utf8) }
                == ["first", entry, "last"].map { Array($0.utf8) })
    }

    @Test func `when and where stand with an entry, and files without them are read`() {
        folder.write("history", "old\n#@ 12 /x\n")
        let file = HistoryFile(folder.path + "/history")
        let entry = HistoryEntry("gd", time: 1_764_140_000, folder: "/한 글")
        file.append(HistoryEntry("sgd"))
        file.append(entry)
        #expect(
            file.entries() == [
                HistoryEntry("old"), HistoryEntry("sgd", time: 12, folder: "/x"), entry,
            ])
    }

    @Test func `what others append is told once`() {
        let (one, two) = (
            HistoryFile(folder.path + "/history"), HistoryFile(folder.path + "/history")
        )
        #expect(one.entries().isEmpty && two.entries().isEmpty)
        one.append(HistoryEntry("from one"))
        #expect(
            two.news() == [HistoryEntry("from one")] && two.news().isEmpty && one.news().isEmpty)
        two.append(HistoryEntry("from two"))
        one.append(HistoryEntry("again"))
        #expect(one.news() == [HistoryEntry("from two")])
        #expect(two.news() == [HistoryEntry("again")])
    }

    @Test func `what a crash left of a line stays a line of its own`() {
        folder.write("history", "load iris\nload di")
        let file = HistoryFile(folder.path + "/history")
        file.append(HistoryEntry("gd"))
        #expect(file.entries().map(\.text) == ["load iris", "load di", "gd"])
    }

    @Test func `a long history is written anew with each entry once`() {
        let lines = (0..<(2 * LineHistory.limit + 1)).map { "x\($0 % 150_000)\n" }
        folder.write("history", lines.joined())
        let file = HistoryFile(folder.path + "/history")
        _ = file.entries()
        #expect(file.entries().count == LineHistory.limit)
        #expect(Set(file.entries().map(\.text)).count == LineHistory.limit)
        #expect(folder.mode("history") == 0o600)
    }
}
