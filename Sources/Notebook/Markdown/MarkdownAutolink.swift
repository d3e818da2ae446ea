/// `<https://example.org>` and `<someone@example.org>`.
enum MarkdownAutolink {
    /// The link at the beginning of a text, and its length.
    static func read(_ text: ArraySlice<Unicode.Scalar>) -> (MarkdownInline, length: Int)? {
        let content = text.dropFirst().prefix { $0.value > 0x20 && $0 != "<" && $0 != ">" }
        guard text.dropFirst(content.count + 1).first == ">" else { return nil }
        let shown = String(scalars: content)
        guard isAddress(content) || isMail(shown),
            let address = MarkdownAddress.encoded(isAddress(content) ? shown : "mailto:" + shown)
        else { return nil }
        let target = MarkdownTarget(address: address, title: nil)
        return (.link(target, [.text(shown)]), content.count + 2)
    }

    /// Whether it begins with a scheme such as `https:`.
    private static func isAddress(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let scheme = content.prefix { $0 != ":" }
        guard scheme.count < content.count, (2...32).contains(scheme.count),
            let first = scheme.first
        else { return false }
        let isLetter = first.isASCII && first.properties.isAlphabetic
        return isLetter
            && scheme.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || "0123456789+.-".unicodeScalars.contains($0))
            }
    }

    private static func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        }
        let isNamed = parts[0].unicodeScalars.allSatisfy {
            isWord($0) || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains($0)
        }
        return isNamed
            && parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { isWord($0) || $0 == "-" }
            }
    }
}
