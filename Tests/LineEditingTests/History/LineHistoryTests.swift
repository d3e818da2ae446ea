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

    @Test func `what is typed chooses the entries that the way leads through`() {
        var history = LineHistory(["load iris", "loss svm", "sgd", "loss softmax"])
        #expect(history.previous(from: "lo", beginning: "lo") == "loss softmax")
        #expect(history.previous(from: "loss softmax") == "loss svm")
        #expect(history.previous(from: "loss svm") == "load iris")
        #expect(history.previous(from: "load iris") == nil)
        #expect(history.next(from: "load iris") == "loss svm")
        #expect(history.next(from: "loss svm") == "loss softmax")
        #expect(history.next(from: "loss softmax") == "lo")
    }

    @Test func `entries that are changed on the way stay changed until a line is entered`() {
        var history = LineHistory(["a", "b"])
        _ = history.previous(from: "")
        #expect(history.previous(from: "b changed") == "a")
        #expect(history.next(from: "a") == "b changed")
        history.add("c")
        #expect(history.entries == ["a", "b", "c"])
        _ = history.previous(from: "")
        #expect(history.previous(from: "c") == "b")
    }

    @Test
    func `what another session enters is the newest entry, and the way goes on from where it is`() {
        var history = LineHistory(["a", "b"])
        history.insert(HistoryEntry("x", time: 5, folder: "/tmp"))
        #expect(history.previous(from: "") == "x")
        #expect(history.origin(of: 2) == HistoryEntry("x", time: 5, folder: "/tmp"))
        history.beginLine()
        history.insert(HistoryEntry("a", time: 6))
        #expect(history.entries == ["b", "x", "a"])
    }

    @Test func `longer and longer lines are gone on from as if each was asked anew`() {
        let entries = (0..<500).map { "sgd lr=0.\($0) epochs=\($0 % 7)" } + ["손실 하나", "손 둘"]
        var asked = LineHistory(entries)
        for line in ["s", "sg", "sgd lr=0.4", "sgd lr=0.49", "sgd lr=0.49x", "sgd", "손", "손실"] {
            var fresh = LineHistory(entries)
            #expect(asked.continuation(of: line) == fresh.continuation(of: line), "\(line)")
        }
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
        var history = LineHistory(["loss svm", "load iris", "loss softmax"])
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
        #expect(search.match == 1 && search.isFailing && Array(search.hits) == [2, 1])
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

    /// By the first letters of syllables, by a half-typed one, and by letters with others between.
    @Test(arguments: [("ㅈ", 0), ("저", 0), ("ㅈㅎㄷ", 0), ("lsvm", 1), ("pltwt", 3)])
    func `letters in their order are found too, behind what has them together`(
        pattern: String, place: Int
    ) {
        var search = HistorySearch(Self.entries)
        search.append(pattern)
        #expect(search.match == place)
    }

    @Test func `what has the pattern as it is stands before what has only its letters`() {
        var search = HistorySearch(["loss svm", "l o s s apart", "print loss"])
        search.append("loss")
        #expect(Array(search.hits) == [2, 0, 1])
        #expect(search.marked(in: 1) == nil && search.marked(in: 2) == 6..<10)
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
