import Learning
import Testing

@Suite struct ClassificationReportTests {
    @Test func `scores and means are those of scikit-learn`() {
        // classification_report(digits=6) and balanced_accuracy_score of these counts.
        let report = ClassificationReport([[5, 2, 0], [1, 3, 4], [0, 0, 0]])
        #expect(report.support == [7, 8, 0] && report.taken == [6, 5, 4])
        #expect(report.classes[0].precision == 5.0 / 6 && report.classes[0].recall == 5.0 / 7)
        #expect(report.classes[0].f1 == 10.0 / 13)
        #expect(report.classes[2].precision == 0 && report.classes[2].recall == 0)
        #expect(report.classes[2].f1 == 0)
        #expect(abs(report.macro.precision - 0.477778) < 1e-6)
        #expect(abs(report.macro.recall - 0.363095) < 1e-6)
        #expect(abs(report.macro.f1 - 0.410256) < 1e-6)
        #expect(abs(report.weighted.f1 - 0.605128) < 1e-6)
        #expect(abs(report.balancedAccuracy - 0.544643) < 1e-6)
        #expect(report.accuracy == 8.0 / 15 && report.majority == 8.0 / 15)
    }

    @Test func `a class that does not occur is in no mean`() {
        let report = ClassificationReport([[1, 0, 0], [0, 1, 0], [0, 0, 0]])
        #expect(report.macro.precision == 1 && report.macro.recall == 1 && report.macro.f1 == 1)
        #expect(report.balancedAccuracy == 1 && report.majority == 0.5)
    }
}
