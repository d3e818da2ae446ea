import TerminalText
import Testing

@Suite struct PartTests {
    @Test(arguments: [
        ("abcdef", 0, 3, "abc"), ("abcdef", 2, 3, "cde"), ("abcdef", 4, 9, "ef"), ("abc", 7, 2, ""),
        ("가나다", 0, 4, "가나"), ("가나다", 1, 4, " 나 "), ("가나다", 2, 3, "나 "), ("", 0, 5, ""),
        ("a가b", 2, 1, " "), ("👨‍👩‍👧x", 2, 3, "x"),
    ])
    func `a part of a line has the columns that were asked for`(
        line: String, first: Int, columns: Int, part: String
    ) {
        #expect(TerminalText.part(of: line, from: first, columns: columns) == part)
    }
}
