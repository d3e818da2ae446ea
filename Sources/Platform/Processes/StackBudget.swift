#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much of its stack a thread has left, so that deep recursion ends in a sentence.
///
/// Whatever calls itself as deep as a text or a definition says asks here at each level. The program
/// runs on a thread with `size` bytes; any other thread has what threads get by default, of which half
/// is taken as used where it first asks.
package enum StackBudget {
    /// The stack of the thread that runs the program.
    package static let size = 64 << 20
    /// What one level may take together with everything it calls.
    private static let reserve = 192 << 10

    /// Whether too little is left for one more level.
    package static var isSpent: Bool {
        let place = place
        guard let lowest = unsafe pthread_getspecific(key) else {
            begin(size: defaultSize / 2)
            return false
        }
        return place - Int(bitPattern: lowest) < reserve
    }

    /// Says how many bytes of this thread's stack lie below the caller.
    static func begin(size: Int) {
        unsafe pthread_setspecific(key, UnsafeRawPointer(bitPattern: max(1, place - size)))
    }

    /// An address in the frame of the caller.
    private static var place: Int {
        var here: UInt8 = 0
        return unsafe withUnsafePointer(to: &here) { Int(bitPattern: $0) }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        unsafe pthread_key_create(&key, nil)
        return key
    }()

    private static let defaultSize: Int = {
        var attributes = pthread_attr_t()
        var size = 0
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_getstacksize(&attributes, &size)
        unsafe pthread_attr_destroy(&attributes)
        return size
    }()
}
