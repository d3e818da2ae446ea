import Notebook
import Session
import Syntax
import Testing

/// What a statement of another text leaves in the one that runs it.
@Suite struct RunningStatementTests {
    private let pin = Pin(name: "_", range: SourceRange(0, 1), value: 3.0)

    private func merged(
        _ outer: RunningStatement, _ change: (inout RunningStatement) -> Void
    ) -> RunningStatement {
        var outer = outer
        var inner = outer.nested(resultBefore: 7.0)
        change(&inner)
        outer.add(inner)
        return outer
    }

    @Test func `a nested statement begins with nothing of the outer one but how it was stopped`() {
        var outer = RunningStatement(resultBefore: 1.0)
        outer.outputs = [.text("outer")]
        outer.pins = [pin]
        (outer.isChanged, outer.isResultOwn, outer.needsResult) = (true, true, true)
        (outer.isRunStopped, outer.keepsTimeline) = (true, true)
        let inner = outer.nested(resultBefore: 7.0)
        #expect(inner.outputs.isEmpty && inner.pins.isEmpty && inner.trail.isEmpty)
        #expect(!inner.isChanged && !inner.isResultOwn && !inner.needsResult)
        #expect(inner.isRunStopped && inner.keepsTimeline)
        #expect(inner.resultBefore == 7.0)
    }

    @Test func `what a nested statement showed and changed is the outer one's too`() {
        var outer = RunningStatement(resultBefore: 1.0)
        outer.outputs = [.text("a")]
        let result = merged(outer) { inner in
            inner.outputs = [.text("b")]
            inner.isChanged = true
            inner.isRunStopped = true
        }
        #expect(result.outputs == [.text("a"), .text("b")])
        #expect(result.isChanged && result.isRunStopped)
        #expect(result.resultBefore == 1.0)
        #expect(merged(result) { $0.isRunStopped = false }.isChanged)
    }

    @Test func `the outer statement needs a result that a nested one took from before it`() {
        #expect(merged(RunningStatement()) { $0.pins = [pin] }.needsResult)
        #expect(merged(RunningStatement()) { $0.needsResult = true }.needsResult)
        #expect(merged(RunningStatement()) { $0.pins = [pin] }.pins.isEmpty)
        var outer = RunningStatement()
        outer.isResultOwn = true
        #expect(!merged(outer) { $0.pins = [pin] }.needsResult)
        #expect(merged(outer) { _ in }.isResultOwn)
    }
}
