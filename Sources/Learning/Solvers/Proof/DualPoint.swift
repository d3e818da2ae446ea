/// Slopes by which a bound is proven, one list of C numbers for each example.
enum DualPoint {
    /// Those of the loss at the weights themselves, with kinks rounded within this width.
    case weights(width: Double)
    /// These, n×C.
    case slopes([Double])
}
