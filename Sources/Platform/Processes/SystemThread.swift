#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A thread of the system.
package enum SystemThread {
    fileprivate final class Work: Sendable {
        let body: @Sendable () -> Void
        /// The stack of a thread that runs a part of the program and takes its signals; nil for a helper.
        let ownStack: Int?

        init(ownStack: Int?, _ body: @escaping @Sendable () -> Void) {
            self.body = body
            self.ownStack = ownStack
        }
    }

    /// Starts a thread that nobody waits for and that no signal interrupts.
    ///
    /// - Returns: false where the system gives no more threads.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = make(Work(ownStack: nil, body)) else {
            return false
        }
        #if canImport(Glibc)
            pthread_detach(thread)
        #else
            unsafe pthread_detach(thread)
        #endif
        return true
    }

    /// Runs work on a thread with that much stack and waits for its end. Signals come to that thread
    /// alone meanwhile. Where the system gives no such thread, the work runs on this one.
    package static func run(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
        guard let thread = make(Work(ownStack: stackSize, body)) else {
            body()
            return
        }
        Signal.blockingAll {
            #if canImport(Glibc)
                pthread_join(thread, nil)
            #else
                unsafe pthread_join(thread, nil)
            #endif
        }
    }

    private static func make(_ work: Work) -> pthread_t? {
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
        defer { unsafe pthread_attr_destroy(&attributes) }
        if let size = work.ownStack, unsafe pthread_attr_setstacksize(&attributes, size) != 0 {
            return nil
        }
        let context = unsafe Unmanaged.passRetained(work).toOpaque()
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        guard unsafe pthread_create(&thread, &attributes, beginThread, context) == 0 else {
            unsafe Unmanaged<Work>.fromOpaque(context).release()
            return nil
        }
        #if canImport(Glibc)
            return thread
        #else
            return unsafe thread
        #endif
    }

    /// Waits a millisecond.
    package static func pause() { usleep(1000) }

    /// Lets another thread use this one's processor for a moment.
    package static func yield() { sched_yield() }
}

#if canImport(Glibc)
    private typealias ThreadContext = UnsafeMutableRawPointer?
#else
    private typealias ThreadContext = UnsafeMutableRawPointer
#endif

private func beginThread(_ context: ThreadContext) -> UnsafeMutableRawPointer? {
    let pointer: UnsafeMutableRawPointer? = unsafe context
    if let pointer = unsafe pointer {
        let work = unsafe Unmanaged<SystemThread.Work>.fromOpaque(pointer).takeRetainedValue()
        if let size = work.ownStack { StackBudget.begin(size: size) } else { Signal.blockAll() }
        work.body()
    }
    return nil
}
