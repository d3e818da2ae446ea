import Synchronization

/// Makes one of the system's calls on files, or one request for memory, fail, so that tests see what a
/// full disk, a broken one or a full memory leaves behind.
///
/// It holds for the calls that a closure makes on its own thread, so tests may run side by side.
package final class FaultInjection: Sendable {
    @TaskLocal private static var current: FaultInjection?
    /// Keeps the cost of a call outside tests to the reading of a flag.
    private static let isUsed = Atomic<Bool>(false)

    private let failing: ClosedRange<Int>
    /// What a call on a file fails with; nil where requests for memory fail.
    private let error: SystemError?
    /// What one call writes at most.
    private let longestWrite: Int
    private let calls = Atomic<Int>(0)

    private init(failing: ClosedRange<Int>, error: SystemError?, longestWrite: Int = .max) {
        self.failing = failing
        self.error = error
        self.longestWrite = longestWrite
    }

    /// What a closure gave while one of its calls failed.
    package struct Outcome<Value, Failure: Error> {
        package let result: Result<Value, Failure>
        /// Whether the closure made enough calls to reach the chosen one.
        package let hasFailed: Bool
    }

    /// Runs `body`, whose call number `call`, counted from 1, fails with `error`, and `count` − 1
    /// calls after it. Each call writes at most `bytes`.
    package static func fail<Value, Failure: Error>(
        at call: Int, count: Int = 1, with error: SystemError, writingAtMost bytes: Int = .max,
        _ body: () throws(Failure) -> Value
    ) -> Outcome<Value, Failure> {
        run(
            FaultInjection(
                failing: call...call + count - 1, error: error, longestWrite: bytes), body)
    }

    /// What the next call may write at most.
    static var longestWrite: Int {
        isUsed.load(ordering: .relaxed) ? current?.longestWrite ?? .max : .max
    }

    /// Runs `body`, whose request number `request` for memory, counted from 1, fails.
    package static func failMemory<Value, Failure: Error>(
        at request: Int, _ body: () throws(Failure) -> Value
    ) -> Outcome<Value, Failure> {
        run(FaultInjection(failing: request...request, error: nil), body)
    }

    private static func run<Value, Failure: Error>(
        _ injection: FaultInjection, _ body: () throws(Failure) -> Value
    ) -> Outcome<Value, Failure> {
        isUsed.store(true, ordering: .relaxed)
        let result = $current.withValue(injection) {
            do throws(Failure) {
                return Result<Value, Failure>.success(try body())
            } catch {
                return Result<Value, Failure>.failure(error)
            }
        }
        return Outcome(
            result: result,
            hasFailed: injection.calls.load(ordering: .relaxed) >= injection.failing.lowerBound)
    }

    @TaskLocal private static var afterMapping: (@Sendable (_ path: String) -> Void)?

    /// Runs `body`, during which another program does `change` to each file when it has been mapped.
    package static func changing<Value>(
        _ change: @escaping @Sendable (_ path: String) -> Void, _ body: () -> Value
    ) -> Value {
        isUsed.store(true, ordering: .relaxed)
        return $afterMapping.withValue(change, operation: body)
    }

    static func hasMapped(_ path: String) {
        if isUsed.load(ordering: .relaxed) { afterMapping?(path) }
    }

    /// Counts a call on a file and throws where it is one that fails.
    static func check() throws(SystemError) {
        guard isUsed.load(ordering: .relaxed), let current, let error = current.error else {
            return
        }
        if current.countIsFailing() { throw error }
    }

    /// Counts a request for memory; says whether it is the one that fails.
    static func failsMemory() -> Bool {
        guard isUsed.load(ordering: .relaxed), let current, current.error == nil else {
            return false
        }
        return current.countIsFailing()
    }

    private func countIsFailing() -> Bool {
        failing.contains(calls.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}
