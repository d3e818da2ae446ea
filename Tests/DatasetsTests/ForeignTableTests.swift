import Datasets
import Declarations
import Files
import Numeric
import TestSupport
import Testing

/// Tables as spreadsheets and other programs write them.
@Suite struct ForeignTableTests {
    private let folder = TemporaryFolder()
    private static let plain = "a,b,kind\n1,2,x\n3,4,y\n"

    private func read(_ bytes: [UInt8], _ setting: (String, any Sendable)? = nil) throws -> Dataset
    {
        folder.write("a.csv", bytes: bytes)
        var request = DatasetRequest(path: folder.path + "/a.csv")
        if let setting { request.values[setting.0] = setting.1 }
        return try CSV.read(request)
    }

    private func complaint(_ bytes: [UInt8]) -> String {
        folder.write("a.csv", bytes: bytes)
        let words = DatasetsTests.complaint(CSV.self, folder.path + "/a.csv")
        return words.replacing("\(folder.path)/", with: "")
    }

    @Test(arguments: [
        "a,b,kind,\n1,2,x,\n3,4,y,\n", "a,b,kind,,,\n1,2,x,,,\n3,4,y,,,\n",
        "sep=;\na;b;kind\n1;2;x\n3;4;y\n", "sep=,\r\na,b,kind\r\n1,2,x\r\n3,4,y\r\n",
        "a,b,kind\r1,2,x\r3,4,y\r", "\n \na,b,kind\n1,2,x\n3,4,y\n",
        "\r\n\na;b;kind\n1;2;x\n3;4;y\n",
    ])
    func `what programs put around a table makes no difference`(text: String) throws {
        let data = try read(Array(text.utf8))
        #expect(data.featureNames == ["a", "b"] && data.classNames == ["x", "y"])
        #expect(data.features.row(0) == [1, 2] && data.features.row(1) == [3, 4])
        #expect(data.remarks.isEmpty)
    }

    @Test func `a value in a column that is empty elsewhere is told`() {
        let rows = String(repeating: "1,2,x,\n3,4,y,\n", count: 20)
        #expect(
            complaint(Array("a,b,kind,\n\(rows)1,2,x,9\n".utf8)).hasPrefix(
                "a.csv line 42 has '9' in column 4, which has no name"))
    }

    @Test(arguments: [false, true])
    func `UTF-16 without its mark is read in both orders, and said`(isBig: Bool) throws {
        let units = Array(Self.plain.replacing("x", with: "é").utf16)
        let bytes = units.flatMap { unit in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isBig ? [high, low] : [low, high]
        }
        let data = try read(bytes)
        #expect(data.classNames == ["y", "é"] && data.features.row(1) == [3, 4])
        #expect(data.remarks == ["read as utf16"])
    }

    @Test func `latin1 has the signs that Windows puts where Latin-1 has none`() throws {
        let bytes = Array("a,kind\n1,".utf8) + [0x93, 0x78, 0x94] + Array("\n2,y\n".utf8)
        #expect(try read(bytes, ("encoding", "latin1")).classNames == ["y", "“x”"])
    }

    @Test(arguments: [
        ([0x50, 0x4B, 3, 4, 1, 2], "a zip archive"), (Array("BZh91AY".utf8), "packed by bzip2"),
        (Array("PAR1\u{15}\u{4}".utf8), "a Parquet file"),
    ])
    func `a file that is no text is named by its form`(bytes: [UInt8], form: String) {
        #expect(complaint(bytes + [0xFF, 0, 0xFF]).contains(form))
    }

    @Test(arguments: [
        ("made by hand\na,b,kind\n1,2,x\n3,4,y\n", "a.csv has one cell in its first line"),
        ("a;b;kind\n1.234,5;2;x\n2.234,5;2;y\n", "a.csv has the number 1.234,5, with points"),
        ("a,b,kind\n,2,x\n,4,y\n", "column a of a.csv has no values"),
        ("a,b,kind\n1,2,x\n3,#N/A,y\n", "a.csv line 3 has '#N/A', which stands for no value"),
        ("a,kind\n1,x\n2,x\n", "a.csv has only one class, 'x' in column kind"),
    ])
    func `what is wrong is told where it is`(text: String, words: String) {
        #expect(complaint(Array(text.utf8)).hasPrefix(words))
    }

    @Test func `amounts and dates below a name show that it is one`() throws {
        let data = try read(Array("day,sum,kind\n2024-01-01,$1.5,x\n2024-01-02,$2,y\n".utf8))
        #expect(data.count == 2 && data.classNames == ["x", "y"])
        #expect(data.remarks.allSatisfy { $0.contains("they look like numbers but are none") })
        // A missing value above a number is no name.
        #expect(try read(Array("?,1,x\n2,3,y\n".utf8), ("missing", "mean")).count == 2)
    }

    @Test func `names that are no good, and a first line of words, are told`() throws {
        #expect(
            try read(Array(",a,a,kind\n0,1,2,x\n1,3,4,y\n".utf8)).remarks == [
                "column 1 has no name and is called column1",
                "column 3 has the name of another, a, and is called column3",
            ])
        let words = try read(Array("colour,kind\nred,x\nblue,y\n".utf8))
        #expect(words.count == 3 && words.remarks.contains { $0.contains("header=yes") })
    }

    @Test func `names that count columns are names, and said`() throws {
        for text in ["0,1,2,kind\n1,2,3,x\n3,4,5,y\n", ",0,1,2,3\n0,.1,2,3,1\n1,3,4,5,0\n"] {
            let data = try read(Array(text.utf8))
            #expect(data.count == 2 && data.classNames.count == 2)
            #expect(data.remarks.contains { $0.contains("header=no") })
        }
        let asRow = "0,1,2,kind\n1,2,3,x\n"
        #expect(try read(Array(asRow.utf8), ("header", "no")).count == 2)
        #expect(try read(Array("0,1,2,x\n1,2,3,x\n3,4,5,y\n".utf8)).count == 3)
    }

    @Test func `whole numbers that are too large for double precision stay apart`() throws {
        let text = "a,id\n1,12345678901234567890\n2,12345678901234567891\n"
        #expect(
            try read(Array(text.utf8)).classNames
                == ["12345678901234567890", "12345678901234567891"])
    }
}
