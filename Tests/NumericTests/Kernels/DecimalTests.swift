import Numeric
import Testing

/// Numbers in cells of text.
@Suite struct DecimalTests {
    private func cells(_ text: String) -> (cells: DecimalKernels.Cells, numbers: [Float]) {
        var numbers: [Float] = [0, 0, 0]
        let bytes = Array(text.utf8)
        var span = numbers.mutableSpan
        let cells = DecimalKernels.cells(
            bytes.span, from: 0, separator: UInt8(ascii: ","), point: UInt8(ascii: "."),
            into: &span, 0..<3)
        return (cells, numbers)
    }

    /// So that Ctrl-C is heard in a cell of a gigabyte.
    @Test func `a cell of more digits than a number has is left to its reader`() {
        let long = String(repeating: "0", count: 1_000_000)
        for cell in [long + "7", "7.\(long)", "\"\(long)\"", "7e\(long)"] {
            let read = cells("1,\(cell),2\n")
            #expect(read.cells.count == 1 && read.cells.place == 2 && !read.cells.isBehind)
        }
        let zeros = String(repeating: "0", count: 1000)
        #expect(cells("\(zeros)7,8.5\(zeros),-9\n").numbers == [7, 8.5, -9])
    }
}
