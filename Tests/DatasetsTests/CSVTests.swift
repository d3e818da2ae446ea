import Datasets
import Files
import Declarations
import TestSupport
import Numeric
import Testing

@Suite struct CSVTests {
    private func complaint(about text: String) -> String {
        let folder = TemporaryFolder()
        folder.write("a.csv", text)
        let words = DatasetsTests.complaint(CSV.self, folder.path + "/a.csv")
        let path = "\(folder.path)/a.csv "
        return words.hasPrefix(path) ? String(words.dropFirst(path.count)) : words
    }

    private func read(_ text: String, label: String? = nil) throws -> Dataset {
        let folder = TemporaryFolder()
        folder.write("a.csv", text)
        let path = folder.path + "/a.csv"
        return try CSV.read(
            label.map { DatasetRequest(path: path, "label", $0) } ?? DatasetRequest(path: path))
    }

    @Test func `reads headers, quotes, blank lines and words as classes`() throws {
        let dataset = try read("a;b;kind\n1;2;\"big one\"\n\n3;-4e-1;small\r\n")
        #expect(dataset.name == "a.csv")
        #expect(dataset.classNames == ["big one", "small"] && dataset.labels == [0, 1])
        #expect(dataset.features.row(1) == [3, -0.4])
        #expect(dataset.featureNames == ["a", "b"])
    }

    @Test(arguments: ["", "\""])
    func `a cell that is longer than any number or class is refused with its size`(quote: String) {
        let text = "1,2,a\n3,\(quote)\(String(repeating: "4", count: 2_000_000))\(quote),b\n"
        let size = 2_000_000 + 2 * quote.utf8.count
        #expect(complaint(about: text).hasPrefix("line 2 has a cell of \(size) bytes"))
    }

    @Test func `a quoted field may hold separators, quotes and line ends`() throws {
        let dataset = try read("1,\"a \"\"b\"\",\nc \" d \n2, plain \n")
        #expect(dataset.classNames == ["a \"b\",\nc  d", "plain"])
        #expect(
            complaint(about: "1,\"a\nb\"\n2,b\nx,c\n").hasPrefix("line 4 has 'x' in column column1")
        )
    }

    @Test func `equal numbers are one class where every class is a number`() throws {
        let numbers = try read("x,y\n1,1\n2,1.0\n3,01\n4,2e0\n5,2\n6,-0.5\n")
        #expect(numbers.classNames == ["-0.5", "1", "2"])
        #expect(numbers.labels == [1, 1, 1, 2, 2, 0])
        let words = try read("x,y\n1,1\n2,1.0\n3,A1\n4,01\n")
        #expect(words.classNames == ["01", "1", "1.0", "A1"] && words.labels == [1, 2, 3, 0])
        let notANumber = try read("x,y\n1,nan\n2,1\n3,1.0\n4,nan\n")
        #expect(notANumber.classNames == ["1", "1.0", "nan"])
    }

    @Test func `separators, a byte-order mark and gzip make no difference`() throws {
        let plain = try read("1,2,a\n3,4,b\n")
        let folder = TemporaryFolder()
        folder.write("a.csv", "1,2,a\n3,4,b\n")
        #expect(Shell.run("gzip '\(folder.path)/a.csv'") == 0)
        let others = [
            try read("1;2;a\n3;4;b\n"), try read("1\t2\ta\n3\t4\tb"),
            try read("\u{FEFF}1,2,a\r\n3,4,b\r\n"),
            try CSV.read(DatasetRequest(path: folder.path + "/a.csv.gz")),
        ]
        for other in others {
            #expect(other.classNames == plain.classNames && other.labels == plain.labels)
            #expect(other.features.row(0) == [1, 2] && other.features.row(1) == [3, 4])
        }
    }

    @Test(arguments: ["kind", "1"])
    func `the class column is chosen by name or by number`(label: String) throws {
        let dataset = try read("kind,x,y\nb,1,2\na,3,4\n", label: label)
        #expect(dataset.classNames == ["a", "b"] && dataset.labels == [1, 0])
        #expect(dataset.features.row(0) == [1, 2] && dataset.featureNames == ["x", "y"])
    }

    @Test func `a class column that is not there is refused`() {
        let folder = TemporaryFolder()
        folder.write("a.csv", "x,y,kind\n1,2,a\n3,4,b\n")
        let request = DatasetRequest(path: "", "label", "sort")
        #expect(
            DatasetsTests.complaint(CSV.self, folder.path + "/a.csv", values: request.values)
                == "\(folder.path)/a.csv has no column 'sort' · it has x, y, kind")
    }

    @Test func `classes that are numbers are ordered by size`() throws {
        #expect(try read("1,10\n2,9\n3,-1\n").classNames == ["-1", "9", "10"])
    }

    @Test(arguments: [
        (
            "h1,h2,cls\n1,?,a\n2,3,b\n",
            "line 2 has '?', which stands for no value, in column h2 · add missing=mean, missing=drop or missing=indicator, or fill it in"
        ),
        (
            "h1,h2,cls\n1,2,a\nx,3,b\n",
            "line 3 has 'x' in column h1, which is not a number · mend or remove the line; a column of words must be words in most of its lines"
        ),
        (
            "h1,h2,cls\n\n1,,a\n2,3,b\n",
            "line 3 has an empty cell in column h2 · add missing=mean, missing=drop or missing=indicator, or fill it in"
        ),
        (
            "h1,h2,cls\n1,2,\n",
            "line 2 has an empty cell in column cls · fill it in, remove the line, or add missing=drop"
        ),
        (
            "1,2,a\n1e999,2,b\n",
            "line 2 has 1e999 in column column1, which is too large for a 32-bit number · measure the column in a larger unit, or remove the line"
        ),
        (
            "1,500;2;a\n2,250;3;b\n",
            "has the number 1,500, whose comma could mark decimals or thousands · save it as 1.500, or as 1500"
        ),
        (
            "1,5;2.3;a\n2,5;2.3;b\n",
            "has numbers with commas, such as 1,5, and with points, such as 2.3 · save it with points for decimals, and without signs between thousands"
        ),
        (
            "sum,cls\n\"1,234\",a\n\"2,345\",b\n",
            "line 2 has '1,234' in column sum, a number with commas between thousands · save the table without them"
        ),
    ])
    func `says what is wrong and what to do`(text: String, words: String) {
        #expect(complaint(about: text) == words)
    }

    @Test(arguments: [
        ("1,2,a\n3,x,b\n", "line 2 has 'x' in column"),
        ("1,2,a\n3,b\n", "line 2 has 2 columns instead of 3"),
        ("", "is empty"), ("\n\n", "has no rows"), ("a,b\n", "has a header and no rows"),
        ("1,2,\"a\n", "line 1 opens a quote that is never closed"), ("1\n2\n", "single column"),
        ("1,a\n2,a\n", "only one class"),
        ("1,nan,a\n2,3,b\n", "'nan'"),
    ])
    func `names the line of what is wrong`(text: String, part: String) {
        #expect(complaint(about: text).contains(part))
    }
}
