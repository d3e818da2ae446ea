import Numeric
import Testing

@Suite struct RandomStreamTests {
    /// Every stream of a use, and those of runs, examples and attempts around all limits of a range.
    private var streams: [RandomStream] {
        let near = [0, 900, 999, 1000, 10_000, 1_000_000, 100_000_000, 1 << 31, 1 << 32]
        let numbers = Set(near.flatMap { middle in (max(0, middle - 1500)..<middle + 1500) })
        let runs = numbers.filter { $0 < 1 << 31 - 100 }
        let examples = numbers.filter { $0 < 1 << 32 - 1000 }
        let attempts = [0, 1, 899, 900, 901, 1 << 20, 1 << 31 - 101].flatMap { run in
            numbers.filter { $0 < 1 << 32 }.map { RandomStream.attempt($0, ofRun: run) }
        }
        return [
            .stepSize, .weights, .split, .spiral, .blobs, .synthetic, .firstDirection, .dualOrder,
            .secondDirection, .gradientCheck,
        ] + runs.map(RandomStream.run) + examples.map(RandomStream.syntheticExample) + attempts
    }

    @Test func `no two streams have the same number, and none has that of the unnamed one`() {
        let streams = streams
        let numbers = Set(streams.map(\.number))
        #expect(streams.count > 100_000 && numbers.count == streams.count)
        #expect(!numbers.contains(0))
    }

    @Test func `streams keep the numbers that saved sessions depend on`() {
        #expect(RandomStream.weights.number == 5)
        #expect(RandomStream.split.number == 11)
        #expect(RandomStream.run(1).number == 101)
        #expect(RandomStream.run(899).number == 999)
        #expect(RandomStream.syntheticExample(0).number == 1000)
        #expect(RandomStream.syntheticExample(49_999).number == 50_999)
        #expect(RandomStream.attempt(7, ofRun: 3).number == 103 << 32 + 7)
        #expect(RandomStream.attempt(7, ofRun: 1000).number == 1100 << 32 + 7)
    }

    @Test func `numbers of every run that a session can name are made without a trap`() {
        #expect(RandomStream.run(.max).number != RandomStream.run(.max - 1).number)
        _ = RandomStream.attempt(.max, ofRun: .max).number
        _ = RandomStream.syntheticExample(.max).number
    }

    @Test func `a stream has the numbers that it had before streams had names`() {
        var random = SeededRandom(seed: 1, stream: .weights)
        var unnamed = SeededRandom(seed: 1 ^ (5 &* 0xD1B5_4A32_D192_ED03))
        #expect(random.next() == unnamed.next())
    }
}
