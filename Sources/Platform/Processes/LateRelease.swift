/// Frees what takes long to free, such as trees of millions of statements, after whoever waits has gone on.
package enum LateRelease {
    /// Keeps a value for a moment, in which its owner lets it go, and frees it on a thread of its own.
    package static func free(_ value: some Sendable) {
        _ = SystemThread.start {
            for _ in 0..<50 { SystemThread.pause() }
            withExtendedLifetime(value) {}
        }
    }
}
