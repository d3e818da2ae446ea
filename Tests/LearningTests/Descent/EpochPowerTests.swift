import Learning
import Testing

@Suite struct EpochPowerTests {
    @Test(arguments: [1.0, 0.95, 0.3, 1.01, 0.0])
    func `a decay's power has the bits of one multiplication an epoch`(decay: Double) {
        var power = EpochPower(of: decay)
        for epoch in [0, 0, 1, 2, 2, 7, 300] {
            let product = (0..<epoch).reduce(1.0) { product, _ in product * decay }
            #expect(power.value(at: epoch) == product)
        }
    }
}
