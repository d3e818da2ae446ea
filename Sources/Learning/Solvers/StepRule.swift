/// Whether a step is long and low enough.
enum StepRule {
    /// How much of a value is the rounding of sums in single precision.
    private static let noise = 1e-6

    /// `slope` is the objective's along the step at its begin, `ahead` at its end. Where the value can no
    /// longer tell a fall from rounding, the slope does (Hager and Zhang 2005).
    static func accepts(
        _ value: Double, from begin: Double, length: Double, slope: Double, ahead: Double
    ) -> Bool {
        if value <= begin + 1e-4 * length * slope { return true }
        return value <= begin + noise * abs(begin) && abs(ahead) <= 0.5 * abs(slope)
    }

    /// The same where only values are known.
    static func accepts(_ value: Double, from begin: Double, fall: Double) -> Bool {
        value <= begin + 0.01 * fall + 0.2 * noise * abs(begin)
    }
}

/// Notices that a gap no longer falls.
struct StallWatch {
    private var lowest = Double.infinity
    private var turns = 0
    let patience: Int

    init(patience: Int) { self.patience = patience }

    /// True where the measure has not fallen by a twentieth for a number of turns.
    mutating func isStalled(_ measure: Double) -> Bool {
        if measure < 0.95 * lowest {
            (lowest, turns) = (measure, 0)
        } else {
            turns += 1
        }
        return turns >= patience
    }
}
