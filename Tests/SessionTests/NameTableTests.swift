import Session
import Testing

@Suite struct NameTableTests {
    @Test func `it holds what a dictionary holds`() {
        var table = NameTable<Int>()
        var dictionary: [String: Int] = [:]
        for turn in 0..<5000 {
            let name = "v\(turn * 7919 % 2003)"
            #expect(table.set(name, to: turn) == dictionary.updateValue(turn, forKey: name))
        }
        #expect(table.count == 2003 && !table.isEmpty)
        for (name, content) in dictionary { #expect(table[name] == content) }
        #expect(table["w"] == nil)
        #expect(table.names == dictionary.keys.sorted())
        #expect(table.sorted.map(\.content) == table.names.map { dictionary[$0] })
    }

    @Test func `a copy stays as it was`() {
        var copies: [NameTable<Int>] = []
        var table = NameTable<Int>()
        for turn in 0..<500 {
            copies.append(table)
            table.set("v\(turn % 100)", to: turn)
        }
        for (turn, copy) in copies.enumerated() {
            #expect(copy.count == min(turn, 100))
            for number in 0..<100 {
                let last = turn - 1 - (turn - 1 - number + 100) % 100
                #expect(copy["v\(number)"] == (number < turn ? last : nil))
            }
        }
        #expect(copies[100] != copies[101] && copies[7] == copies[7])
    }
}
