/// The shapes of lines that commands show: their words, with a mark in place of each number.
package struct KnownOutputs: Sendable {
    private let shapes: Set<String>
    private let leads: Set<String>

    /// - Parameter reports: what commands show, as their examples have it.
    package init(reports: [String]) {
        let lines = reports.flatMap { $0.split(separator: "\n") }
        shapes = Set(lines.map { Self.shape($0) }.filter { $0.contains(" ") })
        leads = Set(
            lines.compactMap { line in
                line.firstIndex(of: ":").map { Self.shape(line[..<$0]).lowercased() }
            })
    }

    /// Whether a command shows a line like this.
    func contains(_ line: String) -> Bool { shapes.contains(Self.shape(line)) }

    /// Whether a command shows lines that begin with these words and a colon.
    func begin(with lead: String) -> Bool { leads.contains(Self.shape(lead).lowercased()) }

    /// Whether a line begins as a command's report does: with the report's words and a colon.
    func begin(_ line: String) -> Bool {
        line.firstIndex(of: ":").map { begin(with: String(line[..<$0])) } ?? false
    }

    private static func shape(_ line: some StringProtocol) -> String {
        line.split(separator: " ").map { word in
            word.contains(where: \.isNumber) ? "#" : String(word)
        }.joined(separator: " ")
    }
}
