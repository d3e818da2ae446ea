import Testing
import lc

@Suite struct TableHeaderTests {
    private static let table = [
        "  run    loss  train  call", "  1    1.1498  0.833  sgd lr=1", "  2    0.4841  0.833  sgd",
        "  3*   0.3309  0.889  gd", "  4    0.3309  0.889  gd", "", "  a text with words",
        "  and 1",
    ]

    @Test func `a table's lines have its header, and other lines none`() {
        let lines = Self.table
        #expect((1..<5).allSatisfy { TableHeader.place(in: lines, above: $0) == 0 })
        #expect([0, 5, 6, 7, 99].allSatisfy { TableHeader.place(in: lines, above: $0) == nil })
        #expect(
            TableHeader.isIn(lines) && !TableHeader.isIn([]) && !TableHeader.isIn(["a b", "1 2"]))
    }

    @Test func `a header of Korean words, below a title`() {
        let lines = [
            "  무엇의 표", "  이름    손실  정확도", "  하나  0.1234   0.833", "  둘    0.4841   0.833",
            "  셋    0.3309   0.889", "  넷    0.3309   0.889",
        ]
        #expect(TableHeader.place(in: lines, above: 4) == 1)
    }

    @Test func `what is no table has none`() {
        let help = [
            "  help", "    load      read data", "    save      write 2 files",
            "    gd        steps",
            "    sgd       more steps", "    solve     the end",
        ]
        #expect(help.indices.allSatisfy { TableHeader.place(in: help, above: $0) == nil })
    }
}
