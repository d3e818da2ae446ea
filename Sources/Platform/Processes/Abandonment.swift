import Synchronization

/// Whether the work that is running is to be given up: it ends as soon as it can, and nothing that it
/// made is used.
///
/// Long loops of every room look here at least every few milliseconds. A command that keeps what it has
/// done is asked to stop first: then only the step that it is at is given up (``step(_:)``).
package enum Abandonment {
    private static let requested = Atomic<Bool>(false)
    private static let stop = Atomic<Bool>(false)
    private static let kept = Atomic<Bool>(false)
    /// Keeps the cost of a look outside tests to the reading of three flags.
    private static let isTested = Atomic<Bool>(false)
    @TaskLocal private static var countdown: Countdown?
    /// Whether this thread's work goes on whatever is asked for.
    @TaskLocal private static var isDeaf = false
    /// Whether this thread works at a step that its run can do without.
    @TaskLocal package static var isInStep = false

    /// May be set by a signal handler.
    package static var isRequested: Bool {
        get {
            let isAsked = requested.load(ordering: .relaxed)
            if isTested.load(ordering: .relaxed), let countdown { return countdown.look(isInStep) }
            return isAsked && !isDeaf || stop.load(ordering: .relaxed) && isInStep
        }
        set { requested.store(newValue, ordering: .relaxed) }
    }

    /// Whether the running command is to stop and to keep what it has done. May be set by a signal
    /// handler.
    package static var isStopRequested: Bool {
        get {
            if isTested.load(ordering: .relaxed), let countdown { return countdown.isStopOver }
            return stop.load(ordering: .relaxed)
        }
        set { stop.store(newValue, ordering: .relaxed) }
    }

    /// Whether the running command keeps what it has done when it is asked to stop, so that only a
    /// second Ctrl-C gives its work up.
    package static var keepsWork: Bool {
        get { kept.load(ordering: .relaxed) }
        set { kept.store(newValue, ordering: .relaxed) }
    }

    /// Does a step that the running command can do without: it is given up where the command is asked
    /// to stop.
    ///
    /// - Returns: nil where the step was given up, so that what it made means nothing.
    package static func step<Result>(_ body: () -> Result) -> Result? {
        let result = $isInStep.withValue(true, operation: body)
        return isStopRequested || requested.load(ordering: .relaxed) ? nil : result
    }

    /// Does work that nobody waits for, and that is not given up with the running command's.
    package static func disregarding<Result>(_ body: () -> Result) -> Result {
        $isDeaf.withValue(true, operation: body)
    }

    /// Counts the looks of a test's thread.
    private final class Countdown: Sendable {
        private let left: Atomic<Int>
        /// Whether it asks the command to stop, as a first Ctrl-C does where work is kept.
        private let isStop: Bool
        private let after = Atomic<Int>(0)

        init(_ count: Int, isStop: Bool) {
            left = Atomic(count)
            self.isStop = isStop
        }

        func look(_ isInStep: Bool) -> Bool {
            let isOver = left.wrappingSubtract(1, ordering: .relaxed).newValue <= 0
            if isOver { after.wrappingAdd(1, ordering: .relaxed) }
            return isOver && (isInStep || !isStop)
        }

        var isStopOver: Bool { left.load(ordering: .relaxed) <= 0 }
        var looksAfter: Int { after.load(ordering: .relaxed) }
    }

    /// Runs `body`, whose thread is asked to give up at its look number `look`, counted from 1.
    package static func request<Result>(atLook look: Int, _ body: () -> Result) -> Result {
        counted(look, isStop: false, body).result
    }

    /// The same where a first Ctrl-C asks the running command to stop and to keep what it has done.
    ///
    /// - Returns: also how many looks the thread took from then on.
    package static func stop<Result>(atLook look: Int, _ body: () -> Result)
        -> (result: Result, looksAfter: Int)
    {
        counted(look, isStop: true, body)
    }

    private static func counted<Result>(_ look: Int, isStop: Bool, _ body: () -> Result)
        -> (result: Result, looksAfter: Int)
    {
        isTested.store(true, ordering: .relaxed)
        let countdown = Countdown(look, isStop: isStop)
        let result = $countdown.withValue(countdown, operation: body)
        return (result, countdown.looksAfter)
    }
}
