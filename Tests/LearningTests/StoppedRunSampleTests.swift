import Learning
import Numeric
import Platform
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
}
