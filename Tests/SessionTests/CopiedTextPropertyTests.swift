import Session
import Syntax
import Testing

/// What copying puts around the lines of a script.
private enum Decoration: CaseIterable {
    case prompts, numberedPrompts, fence, plainFence, quotation, numbers, fileNames, bullets, items
    case chat, box, prose, indentation, carriageReturns, wrapped40, wrapped80, brokenPage, outputs

    /// The script in this dress; `starts` says which lines begin a statement.
    func put(on lines: [String], _ starts: [Bool], _ maker: inout ScriptMaker) -> [String] {
        var number = 0
        switch self {
        case .prompts: return zip(lines, starts).map { ($1 ? "lc> " : "...> ") + $0 }
        case .numberedPrompts:
            return zip(lines, starts).map { line, isStart in
                if isStart { number += 1 }
                return (isStart ? "[\(number)] lc> " : "        ") + line
            }
        case .fence: return ["Some words.", "", "```lc"] + lines + ["```", "", "The end of it."]
        case .plainFence: return ["Some words.", "", "```"] + lines + ["```"]
        case .quotation: return lines.map { "> " + $0 }
        case .numbers:
            return lines.enumerated().map { String("     \($0 + 1)".suffix(6)) + "\t" + $1 }
        case .fileNames: return lines.enumerated().map { "notes.lc:\($0 + 1):\($1)" }
        case .bullets: return zip(lines, starts).map { ($1 ? "• " : "  ") + $0 }
        case .items:
            return zip(lines, starts).map { line, isStart in
                if isStart { number += 1 }
                return (isStart ? "\(number). " : "   ") + line
            }
        case .chat:
            return zip(lines, starts).map { ($1 ? "[TA] [3:2\(maker.below(10)) PM] " : "") + $0 }
        case .box:
            let width = lines.map(\.count).max() ?? 0
            return lines.map { "│ " + $0 + String(repeating: " ", count: width - $0.count) + " │" }
        case .prose:
            return zip(lines, starts).flatMap { line, isStart in
                isStart && maker.below(3) == 0
                    ? ["", "This is what we do in the next step of the lecture:", "", line] : [line]
            }
        case .indentation: return lines.map { "    " + $0 }
        case .carriageReturns: return lines.map { $0 + "\r" }
        case .wrapped40: return lines.flatMap { Self.cut($0, 40) }
        case .wrapped80: return lines.flatMap { Self.cut($0, 80) }
        case .brokenPage: return lines.flatMap { Self.broken($0, 48) }
        case .outputs:
            return zip(lines, starts).flatMap { line, isStart in
                isStart
                    ? ["lc> " + line, "  train 0.9\(maker.below(10))  val 0.8  2.3 M ex/s"] : [line]
            }
        }
    }

    /// As a terminal wraps: anywhere.
    private static func cut(_ line: String, _ columns: Int) -> [String] {
        var rest = line[...]
        var pieces: [String] = []
        while rest.count > columns {
            pieces.append(String(rest.prefix(columns)))
            rest = rest.dropFirst(columns)
        }
        return pieces + [String(rest)]
    }

    /// As a page wraps: at spaces.
    private static func broken(_ line: String, _ columns: Int) -> [String] {
        var pieces: [String] = []
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            if let last = pieces.last, last.count + 1 + word.count <= columns {
                pieces[pieces.count - 1] = last + " " + word
            } else {
                pieces.append(String(word))
            }
        }
        return pieces
    }
}

extension ScriptMaker {
    /// A statement that could run, with the lines that it takes.
    fileprivate mutating func statement() -> [String] {
        let choices: [[String]] = [
            ["load iris"], ["load blobs n=240 d=2 classes=3 noise=1.5 seed=\(below(90))"],
            ["split val=0.2 test=0.2"], ["preprocess standardize"], ["loss svm margin=2"],
            ["loss softmax"], ["reg l2 1e-3"], ["reg l2 lambda=\(below(9))e-3"],
            ["gd lr=1e-2 steps=20 momentum=0.9"], ["init"], ["eval test"], ["runs"],
            ["x\(below(3)) = 0.5"],
            [
                "sgd lr=1e-3 batch=\(1 + below(256)) epochs=5 momentum=0.9 schedule=cosine sample=replace"
            ],
            ["sgd lr=1e-\(1 + below(5)) batch=32 epochs=5 optimizer=adam"],
            ["print \"accuracy {1 + 1}\""], ["plot weights"], ["r = eval val"],
            ["rates = logspace(-3, -1, 3)"],
            ["for lr in [1e-3, 1e-2] {", "    init", "    sgd lr=$lr batch=32 epochs=5", "}"],
            ["def trial rate reps=2 {", "    sgd lr=$rate epochs=$reps", "}"],
        ]
        return choices[below(choices.count)]
    }
}

@Suite struct CopiedTextPropertyTests {
    private func statements(_ text: String) -> [String] {
        let source = Source(name: "", text: text)
        return Parser.parse(source).statements.map { statement in
            source.text(in: statement.range).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
        }
    }

    @Test func `a decorated script gives its own statements or a refusal, never others`() {
        var (refused, count) = (0, 0)
        for seed in 1...120 as ClosedRange<UInt64> {
            for decoration in Decoration.allCases {
                var maker = ScriptMaker(seed: seed)
                let script = (0...(2 + maker.below(8))).map { _ in maker.statement() }
                let starts = script.flatMap { lines in lines.indices.map { $0 == 0 } }
                let lines = script.flatMap { $0 }
                var text = decoration.put(on: lines, starts, &maker)
                if maker.below(4) == 0 { text = text.map { "> " + $0 } }
                let copied = text.joined(separator: "\n")
                let reading = CopiedReading(copied, name: "", in: Session(), mayBeScript: false)
                count += 1
                if reading.isRefused {
                    refused += 1
                    continue
                }
                #expect(
                    statements(reading.source.text) == statements(lines.joined(separator: "\n")),
                    "seed \(seed), \(decoration):\n\(copied)")
            }
        }
        #expect(refused * 100 <= 8 * count, "\(refused) of \(count) are refused")
    }
}
