/// How the learning rate falls during a run.
package enum Schedule: String, CaseIterable, Sendable {
    /// lr·decayᵉ after e epochs.
    case exponential
    /// In a straight line to 0 at the end.
    case linear
    /// Along half a cosine to 0 at the end (Loshchilov and Hutter 2017).
    case cosine
    /// lr / (1 + e) after e epochs, as in the theory of stochastic approximation.
    case inverse
    case constant

    /// The factor of the learning rate at a step; steps count from 0, and `power` is decayᵉ.
    func factor(step: Int, of steps: Int, epoch: Int, power: Double) -> Double {
        let share = Double(step) / Double(max(steps, 1))
        switch self {
        case .exponential: return power
        case .linear: return 1 - share
        case .cosine: return Self.halfCosine(share)
        case .inverse: return 1 / Double(1 + epoch)
        case .constant: return 1
        }
    }

    /// (1 + cos πx)/2 by its series around ½, the same bits everywhere.
    private static func halfCosine(_ x: Double) -> Double {
        let angle = (0.5 - x) * 3.141592653589793
        var term = angle
        var sine = angle
        for n in stride(from: 2.0, through: 20, by: 2) {
            term *= -angle * angle / (n * (n + 1))
            sine += term
        }
        return (1 + sine) / 2
    }
}

/// decayᵉ for epochs one after another: a product that goes on, for one that begins anew at each step would
/// make the time of a run grow with the square of its epochs.
package struct EpochPower {
    let decay: Double
    private var epoch = 0
    private var product = 1.0

    package init(of decay: Double) { self.decay = decay }

    /// At an epoch that is not before the last one.
    package mutating func value(at epoch: Int) -> Double {
        while self.epoch < epoch, decay != 1 {
            product *= decay
            self.epoch += 1
        }
        return product
    }
}
