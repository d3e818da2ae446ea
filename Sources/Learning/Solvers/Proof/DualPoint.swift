/// Slopes by which a bound is proven, one list of C numbers for each example.
enum DualPoint {
    /// Those of the loss at the weights themselves.
    case weights
    /// These, n×C.
    case slopes([Double])
    /// These, which cancel where nothing is penalized: others whose bound is lower by at most `rest` do so
    /// exactly.
    case cancelled([Double], rest: Double)
}
