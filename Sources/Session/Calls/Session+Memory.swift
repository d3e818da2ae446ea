import Datasets
import Learning
import Platform

extension Session {
    /// Asks for the memory of the weights that a call makes, before it makes them.
    func requestMemory(for call: Invocation, of command: any Command.Type) throws(Failure) {
        let copies = command.weightCopies(of: call)
        guard copies > 0, let dataset = state.data?.dataset else { return }
        let size =
            "\(NumberText.count(dataset.classCount)) classes × \(NumberText.count(dataset.dimension)) features"
        try requestMemory(
            copies * dataset.classCount, dataset.dimension, MemoryLayout<Float>.stride,
            for: "\(command.name) with \(size)")
    }

    /// Asks for the memory of the scores of all examples at once.
    func requestScores(of examples: Examples) throws(Failure) {
        try requestMemory(
            examples.count, examples.classCount, MemoryLayout<Float>.stride,
            for: "the scores of \(NumberText.count(examples.count)) examples")
    }

    /// Asks for the memory of the product of some numbers, in bytes.
    func requestMemory(
        _ count: Int, _ width: Int, _ bytesEach: Int, for purpose: @autoclosure () -> String
    ) throws(Failure) {
        do throws(MemoryShortage) {
            try MemoryBudget.request(count, width, bytesEach, for: purpose())
        } catch {
            throw Failure(error)
        }
    }
}

extension Failure {
    init(_ shortage: MemoryShortage) {
        self.init(shortage.message, hint: shortage.hint)
    }
}
