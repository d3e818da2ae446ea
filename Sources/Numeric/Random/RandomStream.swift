/// The streams of random numbers that the program draws, each named by its use.
///
/// `number` distinguishes a stream from the others of its seed. No two streams have the same
/// number, as long as there are fewer than 2³¹ − 100 runs, 2³² attempts of each run and 2³² − 1000
/// examples. Saved sessions depend on the numbers, so these stay as they are:
///
/// | numbers | streams |
/// |---|---|
/// | 1…99 | the uses that draw one stream of a seed |
/// | 100…999 | runs 0 to 899 |
/// | 1000…2³² − 1 | the examples of synthetic data |
/// | 100·2³²…2⁶³ − 1 | attempts: run r has those from (100 + r)·2³² on |
/// | 2⁶³… | runs from 900 on, which would otherwise have the numbers of synthetic examples |
package enum RandomStream: Sendable, Hashable {
    /// The power iteration of `StepSize`.
    case stepSize
    /// The weights of a fresh classifier.
    case weights
    /// Which examples go into which part.
    case split
    /// Which training examples are for development too.
    case development
    /// Which examples go into which fold.
    case folds
    case spiral
    case blobs
    /// The templates and the labels of synthetic data.
    case synthetic
    case syntheticExample(Int)
    /// The directions of a loss landscape.
    case firstDirection, secondDirection
    /// The order in which a solver visits the examples.
    case dualOrder
    /// Which weights a gradient check looks at.
    case gradientCheck
    /// The nth run of a session that draws random numbers.
    case run(Int)
    /// One attempt of a random search.
    case attempt(Int, ofRun: Int)

    package var number: UInt64 {
        switch self {
        case .stepSize: 3
        case .weights: 5
        case .split: 11
        case .development: 12
        case .folds: 13
        case .spiral: 21
        case .blobs: 22
        case .synthetic: 23
        case .firstDirection: 31
        case .secondDirection: 32
        case .dualOrder: 41
        case .gradientCheck: 77
        case .run(let run): run < 900 ? Self.run(run) : 1 << 63 | UInt64(run)
        case .syntheticExample(let index): 1000 &+ UInt64(index)
        case .attempt(let attempt, let run): Self.run(run) << 32 &+ UInt64(attempt)
        }
    }

    private static func run(_ run: Int) -> UInt64 { 100 + UInt64(run) }
}
