import Datasets
import Declarations
import Files
import Numeric
import TestSupport
import Testing

/// Tables with words, missing values and other encodings.
@Suite struct TableTests {
    private let folder = TemporaryFolder()
    private let mixed = """
        id,age,colour,income,kind
        1,20,red,100,yes
        2,,blue,120,no
        3,40,red,NA,yes
        4,60,?,80,no

        """

    private func read(
        _ text: [UInt8], _ settings: (name: String, value: any Sendable)...
    ) throws -> Dataset {
        folder.write("a.csv", bytes: text)
        var request = DatasetRequest(path: folder.path + "/a.csv")
        for (name, value) in settings { request.values[name] = value }
        return try CSV.read(request)
    }

    private func read(
        _ text: String, _ settings: (name: String, value: any Sendable)...
    ) throws -> Dataset {
        folder.write("a.csv", text)
        var request = DatasetRequest(path: folder.path + "/a.csv")
        for (name, value) in settings { request.values[name] = value }
        return try CSV.read(request)
    }

    @Test func `words become features, and a mean stands for what is missing`() throws {
        let dataset = try read(mixed, ("missing", "mean"), ("ignore", ["id"]))
        #expect(dataset.featureNames == ["age", "colour=blue", "colour=red", "income"])
        #expect(dataset.features.row(0) == [20, 0, 1, 100])
        #expect(dataset.features.row(1) == [40, 1, 0, 120])
        #expect(dataset.features.row(2) == [40, 0, 1, 100])
        #expect(dataset.features.row(3) == [60, 0, 0, 80])
        #expect(dataset.labels == [1, 0, 1, 0])
        #expect(dataset.remarks.contains("age: 1 missing, taken as the column's mean"))
    }

    @Test func `decimal commas are read, and said`() throws {
        let dataset = try read("a;b;kind\n1,5;-0,001;x\n2;3,25;y\n1e3;4;x\n")
        #expect(dataset.features.row(0) == [1.5, -0.001])
        #expect(dataset.features.row(1) == [2, 3.25])
        #expect(dataset.features.row(2) == [1000, 4])
        #expect(dataset.remarks.contains("numbers are read with decimal commas"))
        // Far below the first records, a point would be a sign between thousands.
        let long = "a;kind\n" + String(repeating: "1,5;x\n2,5;y\n", count: 50)
        #expect(throws: FileError.self) { try read(long + "1.500;x\n") }
    }

    @Test func `an indicator marks what is missing`() throws {
        let dataset = try read(mixed, ("missing", "indicator"), ("ignore", ["1", "colour"]))
        #expect(
            dataset.featureNames == ["age", "age is missing", "income", "income is missing"])
        #expect(dataset.features.row(1) == [40, 1, 120, 0])
        #expect(dataset.features.row(2) == [40, 0, 100, 1])
    }

    @Test func `rows with a missing value are left out, and counted`() throws {
        let text = mixed + "5,1,red,2,\n6,9,blue,8,no\n"
        let dataset = try read(text, ("missing", "drop"), ("ignore", ["id"]))
        #expect(dataset.count == 2 && dataset.labels == [1, 0])
        #expect(dataset.features.row(1) == [9, 1, 0, 8])
        #expect(dataset.remarks.contains("4 rows with a missing value are left out"))
    }

    @Test func `a column of too many words is named`() {
        folder.write("a.csv", "n,x,kind\na,1,k\nb,2,l\nc,3,k\n")
        var values = ParameterValues()
        values["categories"] = 2
        #expect(
            complaint(CSV.self, folder.path + "/a.csv", values: values)
                == "column n of \(folder.path)/a.csv has more than 2 different words · leave it out with ignore=[n], or allow more with categories="
        )
    }

    @Test func `a test file is matched by the names of its columns`() throws {
        folder.write("t.csv", "kind,income,age,colour\nno,1,2,green\nyes,3,4,blue\n")
        let dataset = try read(
            mixed, ("missing", "mean"), ("ignore", ["id"]), ("test", folder.path + "/t.csv"))
        #expect(dataset.testCount == 2 && dataset.count == 6)
        #expect(dataset.labels.suffix(2) == [0, 1])
        #expect(
            dataset.features.row(4) == [2, 0, 0, 1] && dataset.features.row(5) == [4, 1, 0, 3])
        #expect(dataset.remarks.contains { $0.contains("'green'") })
        folder.write("t.csv", "kind,income,age,colour\nmaybe,1,2,green\n")
        #expect(throws: (any Error).self) {
            try read(
                mixed, ("missing", "mean"), ("ignore", ["id"]), ("test", folder.path + "/t.csv"))
        }
    }

    @Test func `a header of words above words is seen, and can be said`() throws {
        let rows = ["x,a,k", "y,a,l", "x,b,k", "y,b,l", "x,a,k"].joined(separator: "\n") + "\n"
        #expect(try read("p,q,kind\n" + rows).featureNames == ["p=x", "p=y", "q=a", "q=b"])
        #expect(try read(rows).count == 5)
        #expect(try read("p,q,kind\n" + rows, ("header", "no")).count == 6)
        #expect(try read("1,2\n3,4\n5,6\n", ("header", "yes")).count == 2)
    }

    @Test func `bars separate cells`() throws {
        #expect(try read("a|b|kind\n1|2|k\n3|4|l\n").features.row(1) == [3, 4])
    }

    // MARK: - Encodings

    private var korean: [UInt8] {
        // `반` and the classes 가, 나, 다 in CP949.
        var bytes: [UInt8] = Array("x,".utf8) + [0xB9, 0xDD, 0x0A]
        for (row, syllable) in [[0xB0, 0xA1], [0xB3, 0xAA], [0xB4, 0xD9]].enumerated() {
            bytes += Array("\(row),".utf8) + syllable.map { UInt8($0) } + [0x0A]
        }
        return bytes
    }

    @Test func `Korean of CP949 is read where it is certain, and said`() throws {
        let dataset = try read(korean)
        #expect(dataset.classNames == ["가", "나", "다"] && dataset.remarks == ["read as cp949"])
    }

    @Test func `Latin-1 is read where it is certain`() throws {
        let text: [UInt8] = Array("x,kind\n1,caf".utf8) + [0xE9] + Array("\n2,th".utf8) + [0xE9]
        let dataset = try read(text)
        #expect(dataset.classNames == ["café", "thé"] && dataset.remarks == ["read as latin1"])
    }

    @Test func `what could be two encodings is refused, and read when it is said`() throws {
        // Bytes that are two letters of Latin-1, or a rare sign of CP949.
        let text: [UInt8] = Array("x,kind\n1,".utf8) + [0xE9, 0xE8] + Array("\n2,a\n".utf8)
        folder.write("a.csv", bytes: text)
        #expect(
            complaint(CSV.self, folder.path + "/a.csv")
                == "\(folder.path)/a.csv is not UTF-8 text, and its encoding is not certain · add encoding=cp949 or encoding=latin1"
        )
        #expect(try read(text, ("encoding", "latin1")).classNames == ["a", "éè"])
    }

    @Test func `UTF-16 with its mark is read`() throws {
        let text: [UInt16] = [0xFEFF] + Array("x\tkind\n1\t가\n2\t나\n".utf16)
        let bytes = text.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try read(bytes).classNames == ["가", "나"])
    }

    // MARK: - Numbers

    @Test func `numbers have the bits that the C library gives`() throws {
        var state: UInt64 = 3
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11
        }
        var words = [
            "0", "-0", "1", "+1", ".5", "5.", "1e5", "1E+05", "1e-45", "3.4028235e38", "16777217",
            "33554435", "0.1", "8388608.5", "8388609.5", "1.00000017881393432617187499",
            "1.00000017881393421514957253748434595763683319091796875001",
            "123456789012345678901234",
            "1e-40", "9007199254740993", "0x1p3",
        ]
        for _ in 0..<3000 {
            let digits = String(next() % 1_000_000_000_000)
            words.append("\(digits.dropLast(5)).\(digits.suffix(5))e\(Int(next() % 40) - 20)")
            words.append(String(Float(bitPattern: UInt32(next() % 0x7F80_0000))))
        }
        let text = words.enumerated().map { "\($1),\($0 % 2)\n" }.joined()
        let dataset = try read(text, ("header", "no"))
        for (row, word) in words.enumerated() {
            #expect(dataset.features.row(row)[0].bitPattern == Float(word)?.bitPattern, "\(word)")
        }
    }

    @Test func `a table of several pieces is read as one`() throws {
        var text = "a,b,kind\n"
        for row in 0..<400_000 { text += "\(row).25,-\(row % 977),k\(row % 3)\n" }
        let dataset = try read(text)
        #expect(dataset.count == 400_000 && dataset.classNames == ["k0", "k1", "k2"])
        for row in stride(from: 0, to: 400_000, by: 3989) {
            #expect(dataset.features.row(row) == [Float(row) + 0.25, -Float(row % 977)])
            #expect(dataset.labels[row] == Int32(row % 3))
        }
        folder.write("b.csv", text + "1,x,k1\n")
        #expect(
            complaint(CSV.self, folder.path + "/b.csv").contains("line 400002 has 'x' in column b"))
    }
}
