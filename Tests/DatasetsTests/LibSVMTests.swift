import Datasets
import Declarations
import TestSupport
import Numeric
import Testing

@Suite struct LibSVMTests {
    @Test func `reads sparse rows`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "+1 1:0.5 3:2 # words\n\n-1 qid:4 2:1e-1\n+1\n")
        let dataset = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
        #expect(dataset.count == 3 && dataset.dimension == 3)
        #expect(dataset.classNames == ["-1", "1"] && dataset.labels == [1, 0, 1])
        #expect(dataset.features.row(0) == [0.5, 0, 2])
        #expect(dataset.features.row(1) == [0, 0.1, 0] && dataset.features.row(2) == [0, 0, 0])
    }

    @Test func `d= adds columns and takes none away`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "1 3:1\n2 1:1\n")
        let wide = DatasetRequest(path: folder.path + "/a", "d", 5)
        #expect(try LibSVM.read(wide).features.row(0) == [0, 0, 1, 0, 0])
        let narrow = DatasetRequest(path: "", "d", 2)
        #expect(
            complaint(LibSVM.self, folder.path + "/a", values: narrow.values)
                == "\(folder.path)/a has a column 3, and d is 2 · leave d out")
    }

    @Test func `columns count from 0 where a row has a column 0`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "# by scikit-learn\n1 qid:2 0:1 2:3\n0 1:2\n")
        let data = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
        #expect(data.dimension == 3 && data.features.row(0) == [1, 0, 3])
        #expect(data.features.row(1) == [0, 2, 0] && data.featureNames[2] == "column2")
        #expect(data.remarks == ["columns count from 0, not from 1"])
        folder.write(
            "a", "# by dump_svmlight_file\n# Column indices are zero-based\n1 1:1\n0 2:1\n")
        #expect(
            try LibSVM.read(DatasetRequest(path: folder.path + "/a")).features.row(0) == [0, 1, 0])
    }

    @Test func `a test file has the training file's columns and classes`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "1 1:1 2:3\n0 2:2\n")
        folder.write("b", "0 4:9\n1 1:5\n")
        let request = DatasetRequest(path: folder.path + "/a", "test", folder.path + "/b")
        let data = try LibSVM.read(request)
        #expect(data.count == 4 && data.testCount == 2 && data.labels == [1, 0, 0, 1])
        #expect(data.features.row(0) == [1, 3, 0, 0] && data.features.row(2) == [0, 0, 0, 9])
        // A column 0 in either file says how both count.
        folder.write("b", "0 0:9\n")
        #expect(try LibSVM.read(request).features.row(0) == [0, 1, 3])
        folder.write("b", "7 1:9\n")
        #expect(
            complaint(LibSVM.self, folder.path + "/a", values: request.values)
                == "\(folder.path)/b has the class '7', which is not in the training data · the classes are 0, 1"
        )
    }

    @Test(arguments: [
        ("x 1:1", "line 1 begins with 'x'"), ("1 1:1\n2 -1:1", "line 2 has column '-1'"),
        ("1 2:1 1:1", "column 1 after column 2"), ("1 1:a", "'a' in column 1"),
        ("1 1", "'1' where column:value belongs"), ("1 99999999:1", "column '99999999'"),
        ("1 1:nan", "'nan' in column 1"), ("", "is empty"), ("# nothing\n", "has no rows"),
        ("1 1:1", "only one class"), ("1,2 1:1", "has several classes, '1,2'"),
        ("1 1:1e400", "'1e400' in column 1, which is too large"),
        ("1 1:" + String(repeating: "4", count: 100_000), "in column 1, which is too large"),
        (String(repeating: "4", count: 100_000) + " 1:1", "begins with '4444"),
        ("1 " + String(repeating: "4", count: 100_000) + ":1", "column '44444"),
    ])
    func `names the line of what is wrong`(text: String, part: String) {
        let folder = TemporaryFolder()
        folder.write("a", text)
        #expect(complaint(LibSVM.self, folder.path + "/a").contains(part))
    }

    @Test func `a byte-order mark and carriage returns make no difference`() throws {
        let folder = TemporaryFolder()
        for text in ["\u{FEFF}# zero\n0 1:2\n7 2:3\n", "0 1:2\r7 2:3\r", "0 1:2\r\n7 2:3\r\n"] {
            folder.write("a", text)
            let data = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
            #expect(data.classNames == ["0", "7"] && data.features.row(1) == [0, 3])
        }
    }

    @Test func `a value is the number that is nearest to its text`() throws {
        let folder = TemporaryFolder()
        var random = SeededRandom(seed: 3)
        var texts = [
            "0.1", "-0.5", "1e-3", "16777217", "0.000000059604645", "8388608.5", "7.", ".25",
        ]
        for digits in 1...18 {
            for _ in 0..<40 {
                let whole = String(random.integer(below: 1000))
                let decimals = (0..<digits).map { _ in String(random.integer(below: 10)) }.joined()
                texts.append("\(whole).\(decimals)")
            }
        }
        folder.write(
            "a", texts.enumerated().map { "\($0 % 2) 1:\($1)\r\n" }.joined() + "1")
        let dataset = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
        #expect(dataset.count == texts.count + 1)
        for (row, text) in texts.enumerated() {
            let wanted = text == ".25" ? 0.25 : text == "7." ? 7 : try #require(Float(text))
            #expect(dataset.features.row(row) == [wanted], "\(text)")
        }
    }

    @Test func `a long text is read in pieces, and a problem is told by its line`() throws {
        let folder = TemporaryFolder()
        var lines = (0..<40_000).map { row in
            row % 1000 == 7 ? "# a comment" : "\(row % 3) \(row % 5 + 1):\(row).5 9:-0.25"
        }
        folder.write("a", lines.joined(separator: "\n"))
        let data = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
        let rows = (0..<40_000).filter { $0 % 1000 != 7 }
        #expect(data.count == rows.count && data.dimension == 9)
        #expect(data.labels == rows.map { Int32($0 % 3) })
        for (place, row) in rows.enumerated() where row % 97 == 0 {
            var wanted = [Float](repeating: 0, count: 9)
            (wanted[row % 5], wanted[8]) = (Float(row) + 0.5, -0.25)
            #expect(data.features.row(place) == wanted)
        }
        lines[33_333] = "1 5:x"
        lines[35_000] = "1 5:y"
        folder.write("a", lines.joined(separator: "\n"))
        #expect(
            complaint(LibSVM.self, folder.path + "/a").contains("line 33334 has 'x' in column 5"))
    }
}
