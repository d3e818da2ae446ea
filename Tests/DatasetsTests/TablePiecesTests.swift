import Datasets
import Declarations
import Numeric
import TestSupport
import Testing

/// Tables that are larger than a piece of 4 MB, whatever stands where pieces meet.
@Suite struct TablePiecesTests {
    private let folder = TemporaryFolder()
    private static let rows = 300_000

    private func read(_ text: String, _ settings: (name: String, value: any Sendable)...) throws
        -> Dataset
    {
        folder.write("a.csv", text)
        var request = DatasetRequest(path: folder.path + "/a.csv")
        for (name, value) in settings { request.values[name] = value }
        return try CSV.read(request)
    }

    /// Numbers that tell the row, a note that is ignored, a word and a class.
    private func text(note: (Int) -> String) -> String {
        var text = "a,note,word,kind\n"
        for row in 0..<Self.rows {
            text += "\(row).25,\(note(row)),\(row % 7 == 0 ? "\"red\"" : "blue"),k\(row % 3)\n"
        }
        return text
    }

    /// What lies in front of each row, and how the table's rows are found all the same.
    @Test(arguments: ["plain", "blank lines", "quoted line ends", "inches", "one open quote", "한글"])
    func `pieces give the rows of the table`(kind: String) throws {
        let text = text { row in
            switch kind {
            case "blank lines": row % 5 == 0 ? "x,blue,k0\n\n\r\n \n\(row).25,y" : "some note"
            case "quoted line ends": "\"one, two\n3.5,\"\"x\"\",blue,k1\nthree\""
            // Signs that are no quotes, so that their number says nothing.
            case "inches": row % 3 == 0 ? "5\" pipe" : "\"a \"\"pipe\"\"\""
            case "one open quote": row == 20 ? "5\" pipe" : "\"x\n\""
            case "한글": "한국어 \(row)"
            default: "some note"
            }
        }
        let dataset = try read(text, ("ignore", ["note"]))
        let extra = kind == "blank lines" ? Self.rows / 5 : 0
        #expect(dataset.count == Self.rows + extra)
        #expect(dataset.featureNames == ["a", "word=blue", "word=red"])
        #expect(dataset.classNames == ["k0", "k1", "k2"])
        guard extra == 0 else { return }
        for row in stride(from: 0, to: Self.rows, by: 1999) {
            let isRed = row % 7 == 0
            #expect(
                dataset.features.row(row) == [Float(row) + 0.25, isRed ? 0 : 1, isRed ? 1 : 0])
            #expect(dataset.labels[row] == Int32(row % 3))
        }
    }

    @Test func `a mistake is told with its line behind quoted line ends`() throws {
        let text = text { _ in "\"one\ntwo\"" }
        let dataset = complaint(text + "x,\"\",blue,k1\n")
        #expect(dataset.contains("line \(2 * Self.rows + 2) has 'x' in column a"))
        #expect(complaint(text + "1,\"\",blue,k1\n2,\"").contains("opens a quote"))
    }

    private func complaint(_ text: String) -> String {
        folder.write("b.csv", text)
        var values = ParameterValues()
        values["ignore"] = ["note"]
        return DatasetsTests.complaint(CSV.self, folder.path + "/b.csv", values: values)
    }

    @Test func `a column whose words begin below the first rows is a column of words`() throws {
        var text = "a,b,kind\n"
        for row in 0..<100 { text += "\(row),\(row < 30 ? "1" : "w\(row % 2)"),k\(row % 2)\n" }
        let dataset = try read(text)
        #expect(dataset.featureNames == ["a", "b=1", "b=w0", "b=w1"])
        #expect(dataset.features.row(3) == [3, 1, 0, 0])
        #expect(dataset.features.row(31) == [31, 0, 0, 1])
    }
}
