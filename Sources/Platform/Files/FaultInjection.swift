import Synchronization

/// Makes one of the system's calls on files fail, so that tests see what a full disk or a broken one
/// leaves behind.
///
/// It holds for the calls that a closure makes on its own thread, so tests may run side by side.
package final class FaultInjection: Sendable {
    @TaskLocal private static var current: FaultInjection?
    /// Keeps the cost of a call outside tests to the reading of a flag.
    private static let isUsed = Atomic<Bool>(false)

    private let failing: Int
    private let error: SystemError
    private let calls = Atomic<Int>(0)

    private init(failing: Int, error: SystemError) {
        self.failing = failing
        self.error = error
    }

    /// What a closure gave while one of its calls failed.
    package struct Outcome<Value, Failure: Error> {
        package let result: Result<Value, Failure>
        /// Whether the closure made so many calls that the chosen one was among them.
        package let hasFailed: Bool
    }

    /// Runs `body`, whose call number `call`, counted from 1, fails with `error`.
    package static func fail<Value, Failure: Error>(
        at call: Int, with error: SystemError, _ body: () throws(Failure) -> Value
    ) -> Outcome<Value, Failure> {
        isUsed.store(true, ordering: .relaxed)
        let injection = FaultInjection(failing: call, error: error)
        let result = $current.withValue(injection) {
            do throws(Failure) {
                return Result<Value, Failure>.success(try body())
            } catch {
                return Result<Value, Failure>.failure(error)
            }
        }
        return Outcome(
            result: result, hasFailed: injection.calls.load(ordering: .relaxed) >= call)
    }

    /// Counts a call and throws where it is the one that fails.
    static func check() throws(SystemError) {
        guard isUsed.load(ordering: .relaxed), let current else { return }
        let call = current.calls.wrappingAdd(1, ordering: .relaxed).newValue
        if call == current.failing { throw current.error }
    }
}
