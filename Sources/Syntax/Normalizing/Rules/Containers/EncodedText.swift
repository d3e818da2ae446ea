/// base64 and bytes in hexadecimal, which hide a text.
enum EncodedText: NormalizerRule {
    static let summary = "base64 and bytes in hexadecimal are refused with the reason"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let saysSo = page.lines.contains {
            $0.string.lowercased().hasPrefix("content-transfer-encoding: base64")
        }
        let filled = page.lines.filter { !$0.isEmpty }
        let encoded = filled.filter { isBase64($0.trimmed) }
        if saysSo && !encoded.isEmpty || encoded.count >= 2 && encoded.count == filled.count {
            page.refusal =
                "the text is base64; decode it first, with base64 -d or in the mail program"
        } else if filled.count >= 2,
            filled.count(where: { isHexadecimal($0.string) }) + 1 >= filled.count
        {
            page.refusal = "the text is a list of bytes in hexadecimal; copy the text itself"
        }
    }

    /// A long line of nothing but base64's letters, some of each kind, or the short last one.
    private static func isBase64(_ line: [Unicode.Scalar]) -> Bool {
        line.count >= 4
            && line.allSatisfy {
                $0.isASCIILetter || $0.isDigit || "+/=".unicodeScalars.contains($0)
            }
            && (line.count >= 40 || line.last == "=" || line.count.isMultiple(of: 4))
    }

    /// An address and pairs of digits: `000010 6c 6f 61 64`.
    private static func isHexadecimal(_ line: String) -> Bool {
        let words = line.split(separator: " ", maxSplits: 5)
        guard let address = words.first, address.count >= 6,
            address.allSatisfy({ $0.isHexDigit || $0 == ":" })
        else { return false }
        return words.dropFirst().prefix(4).allSatisfy {
            ($0.count == 2 || $0.count == 4) && $0.allSatisfy(\.isHexDigit)
        }
    }
}
