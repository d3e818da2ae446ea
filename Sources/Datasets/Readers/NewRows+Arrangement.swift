import Files
import Numeric
import Platform

extension NewRows {
    /// Pictures with their colours where a model's pictures have them: side by side, or plane after plane.
    ///
    /// - Throws: for pictures of another width or height.
    static func arranged(
        _ features: Features, as found: ImageShape?, for model: ImageShape?, _ name: String
    ) throws(FileError) -> Features {
        guard let found, let model else { return features }
        guard found.width == model.width, found.height == model.height else {
            throw FileError(
                "the pictures of \(name) are \(found.width)×\(found.height), and the model's \(model.width)×\(model.height)",
                hint: "give pictures of the size that it was trained on")
        }
        guard found.channels == 3, found.isInterleaved != model.isInterleaved else {
            return features
        }
        let area = found.width * found.height
        let places = (0..<features.dimension).map { place in
            model.isInterleaved
                ? place % 3 * area + place / 3 : place % area * 3 + place / area
        }
        try MemoryBudget.requestForFile(
            features.count * features.dimension * MemoryLayout<Float>.stride,
            for: "the pictures of \(name)")
        var elements: [Float] = []
        elements.reserveCapacity(features.count * features.dimension)
        for index in 0..<features.count {
            try Interruptible.check()
            let row = features.row(index)
            for place in places { elements.append(row[place]) }
        }
        return .floats(
            FloatRows(
                Matrix(rows: features.count, columns: features.dimension, elements: elements)))
    }
}
