import Learning
import Numeric
import Platform
import Synchronization
import Testing

/// What a run is judged by that Ctrl-C stopped, and loops over rows that it ends.
@Suite struct StoppedRunSampleTests {
    private func examples(_ count: Int) -> Examples {
        Examples(
            features: .floats(
                FloatRows(
                    Matrix(rows: count, columns: 1, elements: (0..<count).map { Float($0) }))),
            labels: [Int32](repeating: 0, count: count), rows: .range(0..<count),
            scaling: .identity(1), classCount: 2)
    }

    @Test func `a stopped run is judged by examples spread over all, and others by each`() {
        let all = examples(3_000_000)
        let some = all.judging(.interrupted(step: 3))
        #expect(some.count > 100_000 && some.count < 1_500_000)
        let mean = columnStatistics(of: all.features, rows: some.rows).mean[0]
        #expect(abs(mean - 1_500_000) < 10)
        for stop: StopReason? in [nil, .limit, .converged, .stalled(step: 1)] {
            #expect(all.judging(stop).count == all.count)
        }
        let few = examples(1000)
        #expect(few.judging(.interrupted(step: 3)).count == few.count)
    }

    @Test func `statistics that are given up read no further rows`() {
        let all = examples(100_000)
        let half = Abandonment.request(atLook: 12) {
            columnStatistics(of: all.features, rows: all.rows).mean[0]
        }
        #expect(half < columnStatistics(of: all.features, rows: all.rows).mean[0] / 2)
    }

    @Test func `of weights that no cache holds, fewer rows judge a stopped run`() {
        func wide(_ dimension: Int) -> Int {
            Examples(
                features: .floats(
                    FloatRows(
                        Matrix(
                            rows: 60, columns: dimension,
                            elements: [Float](repeating: 1, count: 60 * dimension)))),
                labels: [Int32](repeating: 0, count: 60), rows: .range(0..<60),
                scaling: .identity(dimension), classCount: 200
            ).judging(.interrupted(step: 1)).count
        }
        #expect(wide(1000) == 60)
        #expect(wide(100_000) < 60 && wide(100_000) >= 10)
    }

    @Test func `a random search that is stopped keeps each attempt that it has made`() throws {
        let all = examples(2000)
        let objective = Objective(
            loss: Softmax(), penalty: L2(), strength: 0.01, regularizesBias: false)
        var search = RandomSearch(attempts: 3, seed: 5)
        let three = search.run(objective: objective, examples: all, validation: nil)
        search.attempts = 1_000_000
        let reports = Reports()
        let stopped = search.run(
            objective: objective, examples: all, validation: nil,
            observer: RunObserver(
                isCancelled: { reports.count.load(ordering: .relaxed) == 3 },
                report: { _ in reports.count.add(1, ordering: .relaxed) }))
        #expect(stopped.attempts == 3 && stopped.stop.isInterruption)
        #expect(stopped.classifier == three.classifier && stopped.bestAttempt == three.bestAttempt)
    }

    private final class Reports: Sendable {
        let count = Atomic<Int>(0)
    }
}
