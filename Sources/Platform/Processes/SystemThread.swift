#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A thread of the system.
package enum SystemThread {
    fileprivate final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts a thread that nobody waits for and that no signal interrupts.
    ///
    /// - Returns: false where the system gives no more threads.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let context = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        guard unsafe pthread_create(&thread, nil, beginThread, context) == 0 else {
            unsafe Unmanaged<Work>.fromOpaque(context).release()
            return false
        }
        #if canImport(Glibc)
            pthread_detach(thread)
        #else
            unsafe thread.map { pthread_detach($0) }
        #endif
        return true
    }

    /// Lets another thread use this one's processor for a moment.
    package static func yield() { sched_yield() }
}

#if canImport(Glibc)
    private typealias ThreadContext = UnsafeMutableRawPointer?
#else
    private typealias ThreadContext = UnsafeMutableRawPointer
#endif

private func beginThread(_ context: ThreadContext) -> UnsafeMutableRawPointer? {
    Signal.blockAll()
    let work: UnsafeMutableRawPointer? = unsafe context
    if let work = unsafe work {
        unsafe Unmanaged<SystemThread.Work>.fromOpaque(work).takeRetainedValue().body()
    }
    return nil
}
