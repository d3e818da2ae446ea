/// Every loss, in the order of the lecture.
package enum Losses {
    package static let all: [any Loss.Type] = [SVM.self, Softmax.self]
}
