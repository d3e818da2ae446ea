import Numeric
import Testing

extension KernelTests {
    /// Exponentials, and how losses change when a score moves.
    @Suite struct LossKernels {
        static let counts = [0, 1, 7, 8, 9, 64, 65, 1001]

        private func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-11 * (1 + abs(b)) }

        @Test(arguments: counts)
        func `exponentials agree with those of single numbers`(count: Int) {
            var random = SeededRandom(seed: 31)
            let x = (0..<count).map { _ in Float(random.normal() * 20) }
            let shift = x.max() ?? 0
            let powers = x.map { Elementary.exp(Double($0 - shift)) }
            var seen: Set<[Float]> = []
            KernelTests.onEveryCPU { cpu in
                var own = x
                var span = own.mutableSpan
                let sum = VectorKernels.exponentiate(&span, minus: shift)
                #expect(sum == VectorKernels.sumOfExponentials(x.span, minus: shift))
                #expect(close(sum, powers.reduce(0, +)), "\(cpu)")
                for (ours, exact) in zip(own, powers) {
                    #expect(close(Double(ours), exact) || abs(Double(ours) - exact) <= 1e-7 * exact)
                }
                seen.insert(own)
            }
            #expect(seen.count == 1)
        }

        @Test(arguments: counts)
        func `changes of losses agree with the formulas, with the same bits everywhere`(count: Int)
        {
            var random = SeededRandom(seed: 32)
            let values = (0..<count).map { _ in random.normal() }
            let shares = (0..<count).map { _ in Double(random.integer(below: 1000)) / 1000 }
            let x = (0..<count).map { _ in random.normal() }
            let (up, down, h) = (0.01, -0.02, 1e-3)
            var exact = [0.0, 0.0, 0.0]
            for i in 0..<count {
                let (high, low) = (max(0, values[i] + up * x[i]), max(0, values[i] + down * x[i]))
                exact[0] += high - low
                exact[1] += high * high - low * low
                exact[2] +=
                    Elementary.log(1 + shares[i] * (Elementary.exp(h * x[i]) - 1))
                    - Elementary.log(1 + shares[i] * (Elementary.exp(-h * x[i]) - 1))
            }
            var seen: Set<[Double]> = []
            KernelTests.onEveryCPU { cpu in
                let ours =
                    [false, true].map {
                        VectorKernels.rampChange(
                            values.span, x.span, up: up, down: down, isSquared: $0)
                    } + [VectorKernels.logSumExpChange(shares.span, x.span, h: h)]
                for (own, other) in zip(ours, exact) { #expect(close(own, other), "\(cpu)") }
                seen.insert(ours)
            }
            #expect(seen.count == 1)
        }
    }
}
