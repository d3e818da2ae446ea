/// `\begin{verbatim}`, `lstlisting`, `minted` and what pandoc makes of code in TeX.
enum TeXBlocks: BlockNotation {
    private static let names: Set<String> = [
        "verbatim", "Verbatim", "lstlisting", "minted", "Highlighting", "alltt", "semiverbatim",
        "BVerbatim",
    ]

    /// Tables, whose cells describe commands.
    private static let tables: Set<String> = ["tabular", "tabularx", "longtable", "array"]

    static func begin(of line: String, _ before: String) -> BlockBegin? {
        let text = line.trimmedBoth
        guard text.hasPrefix("\\begin{"), let close = text.firstIndex(of: "}") else { return nil }
        let name = String(text[..<close].dropFirst("\\begin{".count))
        if tables.contains(name.filter { $0 != "*" }) {
            return BlockBegin(name: name, language: "table")
        }
        guard names.contains(name.filter { $0 != "*" }) else { return nil }
        let words = text[close...].split { "{}[],= ".contains($0) }.map(String.init)
        let place = words.firstIndex(of: "language")
        let language = place.map { $0 + 1 < words.count ? words[$0 + 1] : "" }
        return BlockBegin(
            name: name, language: language ?? (name == "minted" ? words.last ?? "" : ""))
    }

    static func end(of line: String, _ name: String) -> String? {
        text(of: line, before: "\\end{\(name)}")
    }

    /// Code without the macros that colour it.
    static func plain(_ code: String) -> String {
        code.contains("Tok{") ? TeXText.plain(code) : code
    }
}
