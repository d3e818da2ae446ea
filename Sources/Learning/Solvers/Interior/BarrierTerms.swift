/// The dual variables γ of margins z and their constraints: for a hinge ξ ≥ z and ξ ≥ 0 with 0 ≤ γ ≤ w, for
/// its square ξ = γ/(2w) ≥ z with γ ≥ 0, where w is how much the example counts. Products with slacks are to be μ.
struct MarginTerm {
    var gamma: Double
    /// ξ − z.
    var slack: Double
    /// ξ of a hinge; its dual variable is w − γ.
    var excess: Double
    let isSquared: Bool
    /// w, above 0.
    let weight: Double

    /// Inside the limits, for a margin at which the scores are all 0.
    init(margin z: Double, isSquared: Bool, weight: Double) {
        self.isSquared = isSquared
        self.weight = weight
        slack = max(z, 1e-3)
        excess = z + slack
        gamma = weight * (isSquared ? 2 * excess : 0.5)
    }

    /// The mean of the products.
    var product: Double {
        isSquared ? gamma * slack : 0.5 * (gamma * slack + (weight - gamma) * excess)
    }

    /// dγ = h·(dz + ρ), by the linear equations of a step.
    func linear(_ mu: Double) -> (h: Double, rho: Double) {
        let rho = mu / gamma - slack
        if isSquared { return (1 / (0.5 / weight + slack / gamma), rho) }
        let other = weight - gamma
        return (1 / (excess / other + slack / gamma), rho - (mu / other - excess))
    }

    /// The changes of γ, of the slack and of ξ where z changes by dz.
    func change(_ dz: Double, _ mu: Double) -> (gamma: Double, slack: Double, excess: Double) {
        let (h, rho) = linear(mu)
        let gamma = h * (dz + rho)
        if isSquared { return (gamma, 0.5 * gamma / weight - dz, 0) }
        let other = weight - self.gamma
        let excess = mu / other - self.excess + self.excess / other * gamma
        return (gamma, excess - dz, excess)
    }

    /// The longest step along a change that keeps everything above 0.
    func longest(_ change: (gamma: Double, slack: Double, excess: Double)) -> Double {
        var length = min(
            Barrier.longest(gamma, change.gamma), Barrier.longest(slack, change.slack))
        guard !isSquared else { return length }
        length = min(length, Barrier.longest(excess, change.excess))
        return min(length, Barrier.longest(weight - gamma, -change.gamma))
    }

    mutating func move(
        _ length: Double, _ change: (gamma: Double, slack: Double, excess: Double)
    ) {
        gamma += length * change.gamma
        slack += length * change.slack
        excess += length * change.excess
    }
}

/// The constraints t − w ≥ 0 and t + w ≥ 0 of a weight with a|w| in the penalty, with their dual variables,
/// which add to a.
struct AbsoluteTerm {
    var above: Double
    var below: Double
    var aboveDual: Double
    var belowDual: Double

    /// For a weight of 0 whose size is about `scale`.
    init(scale: Double, absolute: Double) {
        (above, below) = (scale, scale)
        (aboveDual, belowDual) = (0.5 * absolute, 0.5 * absolute)
    }

    var product: Double { 0.5 * (above * aboveDual + below * belowDual) }

    /// The slope of a|w| that the dual variables stand for.
    var slope: Double { aboveDual - belowDual }

    /// d(slope) = h·dw + ρ.
    func linear(_ mu: Double) -> (h: Double, rho: Double) {
        let k = 1 / (below / belowDual + above / aboveDual)
        return (4 * k, 2 * k * ((mu / aboveDual - above) - (mu / belowDual - below)))
    }

    /// The changes of t − w and t + w, and of the first's dual variable, where w changes by dw.
    func change(_ dw: Double, _ mu: Double) -> (above: Double, below: Double, dual: Double) {
        let (h, rho) = linear(mu)
        let dual = 0.5 * (h * dw + rho)
        let above = mu / aboveDual - self.above - self.above / aboveDual * dual
        return (above, above + 2 * dw, dual)
    }

    func longest(_ change: (above: Double, below: Double, dual: Double)) -> Double {
        min(
            min(Barrier.longest(above, change.above), Barrier.longest(below, change.below)),
            min(Barrier.longest(aboveDual, change.dual), Barrier.longest(belowDual, -change.dual)))
    }

    mutating func move(_ length: Double, _ change: (above: Double, below: Double, dual: Double)) {
        above += length * change.above
        below += length * change.below
        aboveDual += length * change.dual
        belowDual -= length * change.dual
    }

    /// Whether the weight ends at 0: both dual variables stay away from 0, and w tends to it.
    func isZero(scale: Double) -> Bool {
        min(aboveDual, belowDual) * scale > max(above, below) * (aboveDual + belowDual)
    }
}

enum Barrier {
    /// How far a number that is above 0 can go along a change before it is 0.
    static func longest(_ value: Double, _ change: Double) -> Double {
        change < 0 ? -value / change : .infinity
    }
}
