import Platform
import Testing

@Suite struct TextTests {
    @Test func `numbers are written as printf writes them`() {
        #expect(DecimalText.text(1.0 / 3, .general, digits: 10) == "0.3333333333")
        #expect(DecimalText.text(1e-5, .general, digits: 3) == "1e-05")
        #expect(DecimalText.text(2.5, .fixed, digits: 0) == "2")
        #expect(DecimalText.text(12_345, .exponent, digits: 3) == "1.234e+04")
        #expect(DecimalText.text(-.greatestFiniteMagnitude, .fixed, digits: 6).utf8.count == 317)
    }

    @Test func `Korean Windows' bytes become text, and what is none does not`() {
        #expect(TextEncoding.text([0xC7, 0xD1, 0xB1, 0xDB], encoding: "CP949") == "한글")
        #expect(TextEncoding.text([0xC7], encoding: "CP949") == nil)
        #expect(TextEncoding.text([0x41], encoding: "no such encoding") == nil)
    }
}
