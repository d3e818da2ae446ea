import Platform
import Testing

@Suite struct WholeNumberTests {
    @Test(arguments: [
        (0.0, 0), (-0.9, 0), (2.9, 2), (-2.9, -2), (1e15, 1_000_000_000_000_000), (.nan, 0),
        (1e19, 1 << 60), (-1e300, -(1 << 60)), (.infinity, 1 << 60),
    ])
    func `a number that fits loses its fraction, and any other is the nearest that fits`(
        value: Double, whole: Int
    ) {
        #expect(Int(clamping: value) == whole)
    }

    @Test func `a byte is at most 255`() {
        #expect(UInt8(clamping: 1e300) == 255)
        #expect(UInt8(clamping: -1.0) == 0)
        #expect(UInt8(clamping: Float.nan) == 0)
    }
}
