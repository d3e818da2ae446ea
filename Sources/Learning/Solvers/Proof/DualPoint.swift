/// Slopes by which a bound is proven, one list of C numbers for each example.
enum DualPoint {
    /// Those of the loss at the weights themselves.
    case weights
    /// These, n×C.
    case slopes([Double])
}
