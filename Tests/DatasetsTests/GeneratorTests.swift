import Datasets
import Declarations
import Numeric
import Testing

@Suite struct GeneratorTests {
    @Test func `blobs without noise lie in a point for each class`() throws {
        var request = DatasetRequest(path: "", "noise", 0.0)
        request.values["n"] = 30
        request.values["d"] = 4
        request.values["classes"] = 3
        let blobs = try Blobs.read(request)
        #expect(blobs.dimension == 4 && blobs.classNames == ["blob0", "blob1", "blob2"])
        for row in 0..<30 {
            #expect(Int(blobs.labels[row]) == row % 3)
            #expect(blobs.features.row(row) == blobs.features.row(row % 3))
            #expect(blobs.features.row(row).allSatisfy { abs($0) <= 3 })
        }
    }

    @Test func `the arms of a spiral go from the centre to the unit circle`() throws {
        let spiral = try Spiral.read(DatasetRequest(path: "", "n", 99))
        let radii = (0..<99).map { row in
            let place = spiral.features.row(row)
            return (place[0] * place[0] + place[1] * place[1]).squareRoot()
        }
        for row in 0..<99 { #expect(abs(radii[row] - Float(row / 3 + 1) / 33) < 1e-6) }
        #expect(spiral.featureNames == ["x", "y"] && spiral.classCount == 3)
    }

    @Test func `synthetic pictures differ in their classes' means`() throws {
        var request = DatasetRequest(path: "", "n", 400)
        request.values["d"] = 32
        request.values["classes"] = 2
        let data = try Synthetic.read(request)
        var sums = [[Float]](repeating: [Float](repeating: 0, count: 32), count: 2)
        var counts: [Float] = [0, 0]
        for row in 0..<400 {
            let label = Int(data.labels[row])
            counts[label] += 1
            for (d, value) in data.features.row(row).enumerated() {
                #expect((56...198).contains(value))
                sums[label][d] += value
            }
        }
        // Templates differ by 5 on average; a mean of about 200 bytes strays by about 2.6.
        let apart = (0..<32).count { abs(sums[0][$0] / counts[0] - sums[1][$0] / counts[1]) > 4 }
        #expect(apart >= 8)
        #expect(try Synthetic.read(DatasetRequest(path: "", "n", 2)).image?.width == 32)
    }

    @Test func `data beyond the machine's memory are refused before they are made`() {
        var request = DatasetRequest(path: "", "n", 10_000_000)
        request.values["d"] = 100_000
        for source in [Blobs.self, Synthetic.self] as [any DatasetSource.Type] {
            let text = complaint(source, "", values: request.values)
            #expect(text.hasPrefix("10000000 × 100000 features would take "))
            #expect(text.hasSuffix(" · choose a smaller n or d"))
        }
    }

    @Test func `noise that makes features infinite is refused, as a table of them is`() {
        for source in [Blobs.self, Spiral.self] as [any DatasetSource.Type] {
            let values = DatasetRequest(path: "", "noise", 1e39).values
            let text = complaint(source, "", values: values)
            // A spiral only turns: no noise makes its features large.
            #expect(
                source == Spiral.self
                    ? !text.contains("inf")
                    : text
                        == "noise=1e+39 makes features that are too large for a 32-bit number · choose less noise"
            )
        }
    }
}
