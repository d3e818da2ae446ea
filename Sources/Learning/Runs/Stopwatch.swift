/// A monotonic clock in seconds.
struct Stopwatch {
    private let begin = ContinuousClock.now

    var seconds: Double {
        let parts = (ContinuousClock.now - begin).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
