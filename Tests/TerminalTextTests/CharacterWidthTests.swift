import TerminalText
import TestSupport
import Testing

/// Widths are those of the PyPI package wcwidth: scripts/unicode-widths writes the table and the cases.
@Suite struct CharacterWidthTests {
    @Test func `text takes the columns that wcwidth counts`() {
        let lines = TestData.text("TerminalTextTests/widths.txt").split(separator: "\n").dropFirst()
        #expect(lines.count > 80)
        for line in lines {
            let words = line.split(separator: " ")
            let scalars = words.dropFirst().compactMap { UInt32($0, radix: 16) }
                .compactMap(Unicode.Scalar.init)
            let text = String(String.UnicodeScalarView(scalars))
            #expect(TerminalText.columns(text) == Int(words[0]), "\(text): \(line)")
        }
    }

    @Test func `no character takes more than two columns, and control characters take none`() {
        for value in UInt32(0)..<0x3_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let columns = TerminalText.columns(Character(scalar))
            #expect((0...2).contains(columns) && columns == TerminalText.columns(scalar))
            if value < 0x20 || (0x7F..<0xA0).contains(value) { #expect(columns == 0) }
        }
        #expect(
            TerminalText.columns("\u{1F468}" + String(repeating: "\u{200D}\u{1F467}", count: 99))
                == 2)
    }

    @Test func `text is cut between characters`() {
        #expect(TerminalText.prefix("🇰🇷🇩🇪👩‍💻", columns: 5) == "🇰🇷🇩🇪…")
        #expect(TerminalText.suffix("☀️⚡️", columns: 3) == "…⚡️")
        #expect(TerminalText.fit("⚡", columns: 4, .centre) == " ⚡ ")
    }
}
