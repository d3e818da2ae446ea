import LineEditing
import Testing

@Suite struct LineHistoryTests {
    @Test func `the way goes up to the oldest and down to the new line as it was`() {
        var history = LineHistory(["a", "b"])
        #expect(history.previous(from: "new") == "b")
        #expect(history.previous(from: "b") == "a")
        #expect(history.previous(from: "a") == nil)
        #expect(history.next(from: "a") == "b")
        #expect(history.next(from: "b") == "new")
        #expect(history.next(from: "new") == nil)
    }

    @Test func `equal entries are one, where the last was`() {
        var history = LineHistory(["a", "b", "a", "c", "b"])
        #expect(history.entries == ["a", "c", "b"])
        history.add("a")
        #expect(history.entries == ["c", "b", "a"])
    }

    @Test func `Down after an entry was run again brings what followed it`() {
        var history = LineHistory(["a", "b", "c", "d"])
        _ = history.show(1, from: "")
        history.add("b")
        #expect(history.entries == ["a", "c", "d", "b"])
        #expect(history.next(from: "") == "c")
        history.add("c")
        #expect(history.next(from: "") == "d")
        history.add("d")
        #expect(history.next(from: "") == "b")
    }

    @Test func `an entry that was changed before it was run leads on too`() {
        var history = LineHistory(["a", "b", "c"])
        _ = history.show(0, from: "")
        history.add("a2")
        #expect(history.next(from: "") == "b")
    }

    @Test func `a new entry leads nowhere, and neither does a line that is not empty`() {
        var history = LineHistory(["a", "b"])
        history.add("c")
        #expect(history.next(from: "") == nil)
        _ = history.show(0, from: "")
        history.add("a")
        #expect(history.next(from: "typed") == nil)
    }

    @Test func `no more is kept than the limit`() {
        var history = LineHistory((0..<LineHistory.limit + 50).map { "x\($0)" })
        #expect(history.entries.count == LineHistory.limit)
        #expect(history.entries.first == "x50")
        history.add("y")
        #expect(history.entries.count == LineHistory.limit && history.entries.last == "y")
    }

    @Test func `the newest entry that begins like the line goes on from it`() {
        let history = LineHistory(["loss svm", "load iris", "loss softmax"])
        #expect(history.continuation(of: "lo") == "ss softmax")
        #expect(history.continuation(of: "load") == " iris")
        #expect(history.continuation(of: "loss softmax") == nil)
    }

    @Test func `what failed is offered again once it is entered anew`() {
        var history = LineHistory(["loss svm", "loss hinge"])
        history.failed.insert("loss hinge")
        #expect(history.continuation(of: "lo") == "ss svm")
        history.add("loss hinge")
        #expect(history.continuation(of: "lo") == "ss hinge")
    }
}

@Suite struct HistorySearchTests {
    private static let entries = ["print 정확도", "loss svm", "Loss softmax", "plot weights"]

    @Test func `text is found anywhere, the newest first`() {
        var search = HistorySearch(Self.entries)
        search.append("lo")
        #expect(search.match == 3)
        search.append("ss")
        #expect(search.match == 2)
        search.older()
        #expect(search.match == 1)
        search.older()
        #expect(search.match == 1 && search.isFailing)
        search.newer()
        #expect(search.match == 2 && !search.isFailing)
    }

    @Test func `capital letters in the pattern are meant`() {
        var search = HistorySearch(Self.entries)
        search.append("Lo")
        #expect(search.match == 2)
        search.older()
        #expect(search.isFailing)
    }

    /// Syllables whose low byte is a control character's code, among others.
    @Test(arguments: ["정", "확", "도", "정확", "확도"])
    func `syllables are found`(pattern: String) {
        var search = HistorySearch(Self.entries)
        search.append(pattern)
        #expect(search.match == 0)
        let start = pattern.first == "정" ? 6 : pattern.first == "확" ? 7 : 8
        #expect(search.marked == start..<start + pattern.unicodeScalars.count)
    }

    @Test func `a shorter pattern begins again from the newest`() {
        var search = HistorySearch(Self.entries)
        search.append("loss sv")
        #expect(search.match == 1)
        search.deleteLast()
        search.deleteLast()
        #expect(search.match == 2)
        for _ in 0..<9 { search.deleteLast() }
        #expect(search.match == nil && search.pattern.isEmpty)
    }
}
