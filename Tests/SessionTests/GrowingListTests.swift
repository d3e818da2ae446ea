import Session
import Testing

@Suite struct GrowingListTests {
    @Test func `copies that grow apart keep their own elements`() {
        var lists: [(list: GrowingList<Int>, expected: [Int])] = [(GrowingList(), [])]
        for step in 0..<200 {
            // Copies of early states grow too, as after undo.
            var (list, expected) = lists[step % 3 == 0 ? step / 2 : step]
            list.append(step)
            list.append([-step, step * 2])
            expected += [step, -step, step * 2]
            lists.append((list, expected))
        }
        for (list, expected) in lists {
            #expect(Array(list) == expected)
            #expect(list.count == expected.count && list.last == expected.last)
            #expect(list.suffix(4).elementsEqual(expected.suffix(4)))
            #expect(Array(list.elements(from: 5)) == Array(expected.dropFirst(5)))
        }
    }

    @Test func `an append shares what is there already`() {
        var list = GrowingList<Int>()
        list.append(1)
        let before = list
        list.append(2)
        #expect(list.isCopy(of: before))
        var other = before
        other.append(3)
        #expect(!other.isCopy(of: list))
        #expect(Array(list) == [1, 2] && Array(other) == [1, 3])
    }

    @Test func `statements that are taken back and made anew are saved once`() {
        let session = Session()
        for text in ["x = 1", "x = 2", "undo", "x = 3", "undo", "undo", "x = 4", "x = 5"] {
            _ = CommandTests.run(text, in: session)
        }
        #expect(session.state.log.map(\.source) == ["x = 4", "x = 5"])
    }
}
