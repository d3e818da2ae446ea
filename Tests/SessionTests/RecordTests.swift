import Session
import Testing

@Suite struct RecordTests {
    @Test(arguments: [3, 100])
    func `fields are found by their names, and keep their order`(count: Int) {
        var record = Record((0..<count).map { ("f\($0)", .count($0)) })
        record["g"] = 5.0
        record["f1"] = "new"
        record["f2"] = nil
        #expect(record["f0"] == 0.0 && record["f1"] == "new" && record["g"] == 5.0)
        #expect(record["f2"] == nil && record["h"] == nil)
        #expect(record.fields.map(\.name).prefix(2) == ["f0", "f1"])
        #expect(record.fields.last?.name == "g" && record.fields.count == count)
    }

    @Test func `of fields with the same name the last counts, at the first place`() {
        let record = Record([("a", 1.0), ("b", 2.0), ("a", 3.0)])
        #expect(record == Record([("a", 3.0), ("b", 2.0)]))
        #expect(record != Record([("b", 2.0), ("a", 3.0)]))
        #expect(CommandTests.run("r = {a: 1, b: 2, a: 3}; print $r").text == "{a: 3, b: 2}")
    }

    @Test func `a record of very many fields is made, read and shown`() {
        let fields = (0..<20_000).map { "f\($0): \($0)" }.joined(separator: ", ")
        #expect(CommandTests.run("r = {\(fields)}; print (r.f19999 + len(r))").text == "39999")
    }
}
