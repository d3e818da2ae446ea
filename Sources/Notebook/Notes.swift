import Platform

/// A text with code to run and, behind it, what the code showed: Markdown with `lc` fences and
/// `output` and `plot` fences, or a script with `#>` comments.
package struct Notes: Sendable {
    package struct Code: Sendable {
        /// The code's lines in the file, counted from 0.
        package var lines: Range<Int>
        /// `lc error` expects a failure.
        package var expectsError: Bool
        /// `lc skip` is shown, counts as a cell, and is not run.
        package var isSkipped = false
        /// `lc holds` shows the same whatever the data are.
        package var holds = false
        /// The relative tolerance of its numbers; nil for the file's.
        package var tolerance: Double?
        /// The outputs that the file has for it; nil when it has none.
        package var recorded: [RecordedOutput]?
        /// The lines of these outputs; an empty range where new ones are to be put.
        package var recordedLines: Range<Int>
    }

    package let lines: [String]
    package private(set) var codes: [Code] = []
    package let isMarkdown: Bool
    /// The relative tolerance, from `<!-- lc: tolerance=1e-3 -->` or `# lc: tolerance=1e-3`.
    package private(set) var tolerance: Double?
    /// The seed, from `<!-- lc: seed=5 -->`; nil when the file has none.
    package private(set) var seed: UInt64?
    /// What the outputs in the file are of, and what stands in for it where it is not at hand: from
    /// `<!-- lc: data=cifar10 else=digits -->`, two words of `load`.
    package var data: (wanted: String, standIn: String)? {
        if let wanted, let standIn { (wanted, standIn) } else { nil }
    }
    private var wanted: String?
    private var standIn: String?
    /// Whether the code loads the data that stand in.
    package var usesStandIn = false
    /// The first setting in the file that is wrong.
    package private(set) var problem: Problem?
    private let newline: String

    package struct Problem: Sendable, Equatable {
        /// Counted from 1.
        package let line: Int
        package let message: String
    }

    package init(_ text: String, isMarkdown: Bool) {
        newline = text.contains("\r\n") ? "\r\n" : "\n"
        lines = Self.lines(of: text)
        self.isMarkdown = isMarkdown
        readSettings()
        if isMarkdown { readMarkdown() } else { readScript() }
    }

    /// The lines without their ends, of Windows too. Notes that are given up end anywhere.
    private static func lines(of text: String) -> [String] {
        let pieces = text.utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var lines: [String] = []
        for (index, piece) in pieces.enumerated() {
            if index % 4096 == 0, Abandonment.isRequested { break }
            let isWindows = index + 1 < pieces.count && piece.last == UInt8(ascii: "\r")
            lines.append(String(Substring(isWindows ? piece.dropLast() : piece)))
        }
        return lines
    }

    package static func isMarkdown(_ path: String) -> Bool {
        [".md", ".markdown"].contains { path.lowercased().hasSuffix($0) }
    }

    package func text(of code: Code) -> String {
        let text = lines[code.lines].joined(separator: "\n")
        guard usesStandIn, let data else { return text }
        return text.replacing("load \(data.wanted)", with: "load \(data.standIn)")
    }

    /// The file with all lines empty but those of code that is to succeed.
    package var script: String {
        var script = [String](repeating: "", count: lines.count)
        for code in codes where !code.expectsError && !code.isSkipped {
            script.replaceSubrange(code.lines, with: lines[code.lines])
        }
        return script.joined(separator: "\n")
    }

    /// The file with these outputs behind their code in place of the recorded ones.
    package func text(replacing fresh: [(code: Code, outputs: [RecordedOutput])]) -> String {
        var result: [String] = []
        var place = 0
        for (code, outputs) in fresh.sorted(by: {
            $0.code.recordedLines.lowerBound < $1.code.recordedLines.lowerBound
        }) {
            result += lines[place..<code.recordedLines.lowerBound]
            result += isMarkdown ? markdown(outputs) : script(outputs)
            place = code.recordedLines.upperBound
        }
        return (result + lines[place...]).joined(separator: newline)
    }

    private func markdown(_ outputs: [RecordedOutput]) -> [String] {
        var lines: [String] = []
        for output in outputs {
            let fence = MarkdownExporter.fence(output.kind.rawValue, output.lines)
            lines.append("")
            lines += fence.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        return lines
    }

    private func script(_ outputs: [RecordedOutput]) -> [String] {
        outputs.flatMap { output in
            output.kind == .plot
                ? ["#> [plot]"] : output.lines.map { $0.isEmpty ? "#>" : "#> \($0)" }
        }
    }

    // MARK: - Reading

    /// `<!-- lc: tolerance=1e-3 seed=5 -->`, in a script `# lc: tolerance=1e-3`.
    private mutating func readSettings() {
        let mark = isMarkdown ? "<!-- lc:" : "# lc:"
        for (index, line) in lines.enumerated() where line.hasPrefix(mark) {
            let words = line.dropFirst(mark.count).split(separator: " ")
            for word in words where word != "-->" {
                let parts = word.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0] == "tolerance" {
                    tolerance = number(parts[1], line: index)
                } else if parts.count == 2, parts[0] == "seed", let number = UInt64(parts[1]),
                    number <= 1 << 53
                {
                    seed = number
                } else if let name = parts.last, parts.count == 2, name.allSatisfy(Self.isWordPart),
                    parts[0] == "data" || parts[0] == "else"
                {
                    if parts[0] == "data" { wanted = String(name) } else { standIn = String(name) }
                } else {
                    complain(
                        "'\(word)' is no setting: write tolerance=1e-3, seed=5 or data=cifar10 else=digits",
                        line: index)
                }
            }
        }
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// A tolerance; what is not a number of at least 0 is a problem.
    private mutating func number(_ text: Substring, line: Int) -> Double? {
        if let number = Double(text), number >= 0 { return number }
        complain("a tolerance is a number such as 1e-3, not '\(text)'", line: line)
        return nil
    }

    private mutating func complain(_ message: String, line: Int) {
        if problem == nil { problem = Problem(line: line + 1, message: message) }
    }

    private mutating func readMarkdown() {
        var index = 0
        var turn = 0
        while index < lines.count {
            turn += 1
            if turn % 4096 == 0, Abandonment.isRequested { return }
            guard let (fence, inside, after) = fence(at: index) else {
                index += 1
                continue
            }
            index = after
            let words = fence.info.split { " {},".contains($0) }
            guard let language = words.first, language == "lc" || language == ".lc" else {
                continue
            }
            let tolerance = words.first { $0.hasPrefix("tolerance=") }.flatMap {
                number($0.dropFirst("tolerance=".count), line: inside.lowerBound - 1)
            }
            var code = Code(
                lines: inside, expectsError: words.contains("error"),
                isSkipped: words.contains("skip"), holds: words.contains("holds"),
                tolerance: tolerance, recorded: nil, recordedLines: after..<after)
            while let (outputs, end) = recordedFence(after: index) {
                code.recorded = (code.recorded ?? []) + [outputs]
                code.recordedLines = after..<end
                index = end
            }
            codes.append(code)
        }
    }

    private func fence(at index: Int) -> (fence: Fence, inside: Range<Int>, after: Int)? {
        guard let fence = Fence(lines[index][...]) else { return nil }
        var end = index + 1
        while end < lines.count, !fence.isClosed(by: lines[end][...]) { end += 1 }
        return (fence, index + 1..<end, min(end + 1, lines.count))
    }

    /// The `output` or `plot` fence that follows, with nothing but blank lines before it.
    private func recordedFence(after index: Int) -> (RecordedOutput, end: Int)? {
        var start = index
        while start < lines.count, lines[start].allSatisfy(\.isWhitespace) { start += 1 }
        guard start < lines.count, let (fence, inside, after) = fence(at: start),
            let kind = RecordedOutput.Kind(rawValue: fence.info)
        else { return nil }
        return (RecordedOutput(kind: kind, lines: Array(lines[inside])), after)
    }

    private mutating func readScript() {
        var start = 0
        var index = 0
        while index < lines.count {
            guard lines[index].hasPrefix("#>") else {
                index += 1
                continue
            }
            let begin = index
            var outputs: [RecordedOutput] = []
            while index < lines.count, lines[index].hasPrefix("#>") {
                let line = String(lines[index].dropFirst(lines[index].hasPrefix("#> ") ? 3 : 2))
                if line == "[plot]" {
                    outputs.append(RecordedOutput(kind: .plot, lines: []))
                } else if outputs.last?.kind == .output {
                    outputs[outputs.count - 1].lines.append(line)
                } else {
                    outputs.append(RecordedOutput(kind: .output, lines: [line]))
                }
                index += 1
            }
            codes.append(
                Code(
                    lines: start..<begin, expectsError: false, tolerance: nil, recorded: outputs,
                    recordedLines: begin..<index))
            start = index
        }
        if lines[start...].contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
            let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? start
            codes.append(
                Code(
                    lines: start..<lines.count, expectsError: false, tolerance: nil, recorded: nil,
                    recordedLines: last + 1..<last + 1))
        }
    }
}
