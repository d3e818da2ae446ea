import LineEditing
import Testing

@Suite struct HistoryIndexTests {
    /// A pattern typed letter by letter finds what it finds at once, and what Backspace leaves too.
    @Test(arguments: ["lr=0.1", "l r", "ㅅㅅ", "Loss", "sgd e", "zz"])
    func `letters one by one find what all of them do`(pattern: String) {
        let entries =
            (0..<300).map { "sgd lr=0.\($0) epochs=\($0 % 7)" }
            + ["loss svm", "Loss softmax", "print 손실", "소스", "l o"]
        var typed = HistorySearch(entries)
        for scalar in (pattern + "x").unicodeScalars { typed.append(scalar) }
        typed.deleteLast()
        var whole = HistorySearch(entries)
        whole.append(pattern)
        #expect(Array(typed.hits) == Array(whole.hits) && typed.pattern == pattern)
    }

    @Test func `what goes from the history is found no more, and places move`() {
        var history = LineHistory(["one", "two", "three"])
        history.prepareSearch()
        for number in 0..<40 { history.add("two \(number % 3)") }
        history.add("one")
        var search = history.search(before: nil)
        search.append("o")
        let fresh = LineHistory(history.entries)
        var anew = HistorySearch(fresh.entries)
        anew.append("o")
        #expect(Array(search.hits) == Array(anew.hits))
        #expect(search.match.map { history.entries[$0] } == "one")
    }
}
