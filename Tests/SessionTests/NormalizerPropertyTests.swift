import Session
import Syntax
import Testing

/// Scripts made at random from a seed, so that a failure can be repeated.
struct ScriptMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

    private mutating func number() -> String {
        pick(["3", "0.5", "1e-3", ".25", "50_000", "20%", "64k", "-2", "10^-3", "2*10^3"])
    }

    private mutating func value(_ depth: Int) -> String {
        switch depth > 2 ? below(3) : below(8) {
        case 0, 1: number()
        case 2: pick(["lr", "n", "r.loss", "out[1]", "_"])
        case 3: "(\(value(depth + 1)) \(pick(["+", "-", "*", "/", "^"])) \(value(depth + 1)))"
        case 4: "[\(value(depth + 1)), \(value(depth + 1))]"
        case 5: "\(pick(["log", "exp", "sqrt", "max"]))(\(value(depth + 1)))"
        case 6: pick(["\"a − b “c” {1 + 2}\"", "'> lc> $ x'", "\"&amp; # no\"", "\"한글 ﬁ\""])
        default: "\(value(depth + 1)) - \(value(depth + 1))"
        }
    }

    private mutating func line() -> String {
        switch below(14) {
        case 0: "load \(pick(["iris", "digits", "spiral noise=0.2", "blobs classes=3"]))"
        case 1: "loss \(pick(["svm", "softmax", "svm margin=2", ""]))"
        case 2: "reg \(pick(["l2", "l1", "none"])) \(pick(["1e-3", "0.1", "$lr"]))"
        case 3:
            "sgd epochs=\(1 + below(9)) batch=\(pick(["64", "$n", "(n/4)"])) lr=\(pick(["1e-2", "$lr"]))"
        case 4, 5, 6: "\(pick(["lr", "n", "x", "w_1", "평균"])) = \(value(0))"
        case 7: "print \(pick(["\"loss {r.loss}\"", "$n", "(1 - 2)", "done", "1 2 3"]))"
        case 8: "# \(pick(["a comment − with “signs”", "$ load iris", "> quoted", "1. x", "```"]))"
        case 9: "r = \(pick(["sgd epochs=2", "eval test", "gd steps=3"]))"
        case 10: pick(["eval test", "data", "runs", "plot weights", "status", "confusion test"])
        case 11: pick(["", "", "x", "r.loss", "_", "lr * 2", "-x", "57"])
        case 12: "sgd epochs=1 \\\n    batch=32"
        default: "\(pick(["x", "n"])) = [1,\n  2, - 3,\n  4]"
        }
    }

    private mutating func block(_ depth: Int) -> [String] {
        let indent = String(repeating: "    ", count: depth)
        guard depth < 3, below(5) == 0 else { return [indent + line()] }
        let head = pick([
            "for i in 1..3 {", "repeat 2 {", "while x < 3 {", "if lr > 0.1 {", "def train n=3 {",
        ])
        let body = (0...below(3)).flatMap { _ in block(depth + 1) }
        return [indent + head] + body + [indent + "}"]
    }

    mutating func script() -> String {
        (0...below(12)).flatMap { _ in block(0) }.joined(separator: "\n")
    }

    /// The script with what copying adds: prompts, bullets, odd characters.
    mutating func mangled() -> String {
        let insertions = [
            "\u{A0}", "\u{200B}", "−", "“", "’", "\r\n", "lc> ", "- ", "> ", "```\n", "&amp;",
            "1. ",
            "ｘ", "⁻³", "×10", "Some words here.\n", "\u{1B}[1m", "`", "|", "$ ", "...> ", "↵\n",
        ]
        var scalars = Array(script().unicodeScalars)
        for _ in 0...below(8) {
            scalars.insert(
                contentsOf: pick(insertions).unicodeScalars, at: below(scalars.count + 1))
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

@Suite struct NormalizerPropertyTests {
    @Test func `a clean script stays as it is`() {
        let normalizer = Session().normalizer
        for seed in 1...1500 as ClosedRange<UInt64> {
            var maker = ScriptMaker(seed: seed)
            let script = maker.script()
            let result = normalizer.normalize(script)
            #expect(result.text == script, "seed \(seed)")
            #expect(result.summary == nil, "seed \(seed)")
            #expect(normalizer.repair(script).text == script, "seed \(seed)")
            if result.text != script { return }
        }
    }

    @Test func `normalizing twice is normalizing once, whatever came in`() {
        let normalizer = Session().normalizer
        for seed in 1...1500 as ClosedRange<UInt64> {
            var maker = ScriptMaker(seed: seed)
            let result = normalizer.normalize(maker.mangled())
            // A text that is refused is mended by its author first.
            guard result.unclear.isEmpty, result.refusal == nil else { continue }
            let once = result.text
            let twice = normalizer.normalize(once).text
            #expect(twice == once, "seed \(seed)")
            #expect(normalizer.repair(once).text == once, "seed \(seed)")
            if twice != once { return }
        }
    }

    @Test func `no text is too odd`() {
        let normalizer = Session().normalizer
        let odd = Array(
            "`~>#|$%[](){}\"'&;\\^=-*+.…×⁻³₀ \n\r\t\u{1B}\u{9B}\u{202E}\u{A0}1lc>x".unicodeScalars)
        for seed in 1...3000 as ClosedRange<UInt64> {
            var maker = ScriptMaker(seed: seed)
            var view = String.UnicodeScalarView()
            for _ in 0...maker.below(40) { view.append(odd[maker.below(odd.count)]) }
            let result = normalizer.normalize(String(view))
            guard result.unclear.isEmpty, result.refusal == nil else { continue }
            let once = result.text
            #expect(normalizer.normalize(once).text == once, "seed \(seed)")
        }
    }
}
