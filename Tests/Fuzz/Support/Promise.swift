import Platform

/// Stops the fuzzer where a promise is broken, and says which: `precondition` says it in debug builds only.
func promise(_ isKept: Bool, _ message: @autoclosure () -> String) {
    guard !isKept else { return }
    try? StandardStream.errors.write("broken promise: \(message())\n")
    preconditionFailure()
}
