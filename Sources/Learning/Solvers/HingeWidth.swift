/// How wide hinges are rounded at first: so that all of them are curved where all scores are 0.
enum HingeWidth {
    static func first(_ loss: any Loss) -> Double {
        guard let svm = loss as? SVM, svm.margin > 0 else { return 1 }
        return 2 * svm.margin
    }
}
