import Notebook
import Session
import Syntax
import Testing

@Suite struct CellHistoryTests {
    private func session(_ lines: String...) -> Session {
        let session = Session()
        for line in lines { session.run(cell: Source(name: "", text: line)) { _ in } }
        return session
    }

    @Test func `each cell has its number, its last value and what it showed`() {
        let cells = session("1; 2", "x = 3", "x + 4").cells
        #expect(cells.finished.map(\.number) == [1, 2, 3])
        #expect(cells.values == [1: 2.0, 2: .nothing, 3: 7.0])
        #expect(cells.finished.map(\.outputs) == [[.text("1"), .text("2")], [], [.text("7")]])
        #expect(cells.lastValue == 7.0)
    }

    @Test func `a statement that fails leaves the last value as it was`() {
        let session = session("5", "for x in 1..3 { x + 1; print $nothing_here }")
        #expect(session.cells.lastValue == 5.0)
        #expect(session.cells.values[2] == nil)
        #expect(session.cells.finished[1].error == "there is no variable 'nothing_here'")
        #expect(session.nextCell == 3)
    }

    @Test func `a script that was parsed before is one cell`() {
        let session = Session()
        let script = Parser.parse(Source(name: "", text: "a = 1\na + 1"))
        var results: [Value] = []
        let rest = session.run(cell: script) { results.append($0.value) }
        #expect(rest == nil && results == [.nothing, 2.0])
        #expect(session.cells.finished.map(\.source) == ["a = 1\na + 1"])
    }

    @Test func `a text with a mistake does not run, and its cell tells the mistake`() {
        let session = Session()
        let rest = session.run(cell: Source(name: "", text: "a = 1\nb = (")) { _ in }
        #expect(rest == 0 && session.state.variables.isEmpty)
        #expect(session.cells.finished.map(\.error) == ["a value is missing here"])
    }
}
