import Notebook
import Testing

@Suite struct TranscriptTests {
    private func differ(_ a: String, _ b: String, tolerance: Double = 1e-6) -> Bool {
        func output(_ text: String) -> [RecordedOutput] {
            [RecordedOutput(kind: .output, lines: text.split(separator: "\n").map(String.init))]
        }
        return !Transcript.differences(output(a), output(b), tolerance: tolerance).isEmpty
    }

    @Test(arguments: [
        ("loss 0.25", "loss  0.25 "), ("done 0.05 s", "done 12.5 s"), ("2 min 05 s x", "9.1 s x"),
        ("a 1.4 M ex/s b", "a 820 ex/s b"), ("x 1e-9", "x 0.000000001"), ("a\n\nb", "a\nb"),
    ])
    func `these are the same`(a: String, b: String) { #expect(!differ(a, b)) }

    @Test(arguments: [
        ("loss 0.25", "loss 0.26"), ("a b", "a"), ("L1", "L2"), ("3/10", "3/11"), ("5 s", "5 t"),
        ("-1", "1"), ("a", "a\nb"), ("x=1", "y=1"),
    ])
    func `these differ`(a: String, b: String) { #expect(differ(a, b)) }

    @Test func `numbers may differ by the tolerance, words may not`() {
        #expect(!differ("loss 1.00 a", "loss 1.01 a", tolerance: 0.02))
        #expect(differ("loss 1.00 a", "loss 1.03 a", tolerance: 0.02))
        #expect(differ("loss 1.00 a", "loss 1.00 b", tolerance: 0.02))
    }

    @Test(arguments: [
        ("a\n…\nd 4", "a\nb\nc\nd 4"), ("…\nd", "d"), ("…", ""), ("loss … end", "loss 1 2 end"),
        ("loss 0.25 …", "loss 0.25"), ("…\nb …\n…\nb 2", "a\nb 1\nb 1\nb 2"),
        ("loss 0.5  0.1 s", "loss 0.50  3 min 01 s"),
    ])
    func `an excerpt matches its text`(excerpt: String, text: String) {
        #expect(Transcript.matches(excerpt: excerpt, text: text, tolerance: 0))
    }

    @Test(arguments: [
        ("", "a"), ("a", ""), ("a\n…\nd", "a\nb\nc"), ("…\nd", "d\ne"), ("loss … t", "loss 1 2 s"),
        ("loss 0.25 …", "loss 0.26 x"), ("[a…]", "[a b]"),
    ])
    func `an excerpt does not match another text`(excerpt: String, text: String) {
        #expect(!Transcript.matches(excerpt: excerpt, text: text, tolerance: 0))
    }

    @Test func `a line that came or went is the only difference`() {
        func differences(_ old: [String], _ new: [String]) -> [Transcript.Difference] {
            Transcript.differences(
                [RecordedOutput(kind: .output, lines: old)],
                [RecordedOutput(kind: .output, lines: new)], tolerance: 0)
        }
        let lines = ["a 1", "b 2", "c 3", "d 4"]
        let lost = differences(lines, ["a 1", "c 3", "d 4"])
        #expect(lost.map(\.expected) == ["b 2"] && lost.map(\.found) == [nil])
        let new = differences(lines, ["new"] + lines + ["end"])
        #expect(new.map(\.found) == ["new", "end"] && new.map(\.expected) == [nil, nil])
        let changed = differences(lines, ["a 1", "b 3", "c 3", "d 5"])
        #expect(
            changed.map(\.expected) == ["b 2", "d 4"] && changed.map(\.found) == ["b 3", "d 5"])
    }

    @Test func `of pictures only the number counts`() {
        let one = [RecordedOutput(kind: .plot, lines: ["x"])]
        let other = [RecordedOutput(kind: .plot, lines: ["y", "z"])]
        #expect(Transcript.differences(one, other, tolerance: 0).isEmpty)
        #expect(Transcript.differences(one, one + other, tolerance: 0).count == 1)
    }
}
