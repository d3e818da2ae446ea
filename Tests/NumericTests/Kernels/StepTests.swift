import Numeric
import Testing

extension KernelTests {
    /// Steps of weights, and the unfolding of gradients.
    @Suite struct Steps {
        static let counts = [0, 1, 7, 8, 15, 16, 17, 33, 100, 1027]

        private func numbers(_ count: Int, seed: UInt64) -> [Float] {
            var random = SeededRandom(seed: seed)
            return (0..<count).map { _ in Float(random.normal()) }
        }

        @Test(arguments: counts)
        func `a step of gradient descent is the formula's, to the bit`(count: Int) {
            let gradient = numbers(count, seed: 1)
            for (momentum, isNesterov, absolute, shrinkage) in [
                (Float(0), false, Float(0), Float(0)), (0.9, false, 0, 0), (0.9, true, 0, 0),
                (0.9, true, 0.01, 0), (0, false, 0, 0.02),
            ] {
                let step = WeightStep(
                    rate: 0.1, momentum: momentum, isNesterov: isNesterov, quadratic: 0.03,
                    absolute: absolute, shrinkage: shrinkage)
                let weights = numbers(count, seed: 2)
                let velocity = numbers(momentum == 0 ? 0 : count, seed: 3)
                var (exactWeights, exactVelocity) = (weights, velocity)
                for i in 0..<count { move(i, step, gradient, &exactWeights, &exactVelocity) }
                KernelTests.onEveryCPU { cpu in
                    var (ours, own) = (weights, velocity)
                    var span = ours.mutableSpan
                    var velocitySpan = own.mutableSpan
                    step.apply(gradient.span, to: &span, velocity: &velocitySpan)
                    #expect(ours == exactWeights && own == exactVelocity, "\(cpu)")
                }
            }
        }

        private func move(
            _ i: Int, _ step: WeightStep, _ gradient: [Float], _ weights: inout [Float],
            _ velocity: inout [Float]
        ) {
            var w = weights[i]
            let sign: Float = w > 0 ? 1 : w < 0 ? -1 : 0
            let slope = gradient[i] + step.quadratic * w + step.absolute * sign
            let v = (velocity.isEmpty ? 0 : step.momentum * velocity[i]) - step.rate * slope
            if !velocity.isEmpty { velocity[i] = v }
            w += step.isNesterov ? step.momentum * v - step.rate * slope : v
            if step.shrinkage > 0 {
                w =
                    w > step.shrinkage
                    ? w - step.shrinkage : w < -step.shrinkage ? w + step.shrinkage : 0
            }
            weights[i] = w
        }

        @Test(arguments: counts)
        func `a step of Adam has the same bits on every instruction set`(count: Int) {
            let gradient = numbers(count, seed: 4)
            let step = AdamStep(
                rate: 0.01, quadratic: 0.1, absolute: 0.01, shrinkage: 0.02, number: 3)
            var seen: Set<[Float]> = []
            KernelTests.onEveryCPU { _ in
                var (weights, mean) = (numbers(count, seed: 5), numbers(count, seed: 6))
                var square = mean.map { $0 * $0 }
                var w = weights.mutableSpan
                var m = mean.mutableSpan
                var s = square.mutableSpan
                step.apply(gradient.span, to: &w, mean: &m, square: &s)
                seen.insert(weights + mean + square)
            }
            #expect(seen.count == 1)
        }

        @Test(arguments: counts)
        func `unfolding is the formula's, to the bit, in place or not`(count: Int) {
            let (sums, shift) = (numbers(count, seed: 7), numbers(count, seed: 8))
            let factor = numbers(count, seed: 9)
            let exact = (0..<count).map { (sums[$0] - shift[$0] * 0.3) * factor[$0] * 0.125 }
            KernelTests.onEveryCPU { cpu in
                var (apart, inPlace) = ([Float](repeating: 0, count: count), sums)
                var span = apart.mutableSpan
                var sumsSpan = inPlace.mutableSpan
                VectorKernels.unfold(
                    sums.span, shift: shift.span, factor: factor.span, slope: 0.3, share: 0.125,
                    into: &span)
                VectorKernels.unfold(
                    &sumsSpan, shift: shift.span, factor: factor.span, slope: 0.3, share: 0.125)
                #expect(apart == exact && inPlace == exact, "\(cpu)")
            }
        }
    }
}
