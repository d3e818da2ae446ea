import Syntax

extension Session {
    /// Repeats the statements that a journal holds, and takes over its cells.
    func restore(_ content: LostSession.Content) throws(Failure) {
        guard isWholeStatement(RecoverCommand.name), state.log.first == nil else {
            throw Failure(
                "recover must come before anything changes the session", hint: "start lc again")
        }
        let before = timeline
        timeline = Timeline()
        state = SessionState()
        state.seed = content.seed
        state.firstSeed = content.seed
        let shown = running.outputs.count
        do throws(Failure) {
            recovery.isRepeating = true
            defer { recovery.isRepeating = false }
            for (statement, folders) in content.log {
                _ = try withWrites(below: folders) { () throws(Failure) in
                    try replay(Source(name: "recover", text: statement), isStepwise: true)
                }
            }
            if environment.isInterrupted() { throw Failure.interrupted }
        } catch {
            timeline = before
            throw error
        }
        running.outputs.removeSubrange(shown...)
        running.keepsTimeline = true
        // What was only looked at before is no part of the session that is back.
        cells.replace(with: content)
        recovery.begin(with: content)
    }
}
