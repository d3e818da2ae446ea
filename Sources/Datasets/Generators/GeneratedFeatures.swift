import Files
import Numeric
import Platform

/// What all generators check of the features that they make.
enum GeneratedFeatures {
    /// `bytesEach` counts each feature's copies too: rows of numbers are made and then put on cache lines.
    ///
    /// - Throws: where `count` rows of `dimension` features would take more memory than there is.
    static func request(_ count: Int, _ dimension: Int, bytesEach: Int) throws(FileError) {
        do throws(MemoryShortage) {
            try MemoryBudget.request(
                count, dimension, bytesEach, for: "\(count) × \(dimension) features")
        } catch {
            throw FileError(error.message, hint: "choose a smaller n or d")
        }
    }

    /// The features as rows; like a table's, they must be finite.
    static func rows(_ elements: [Float], dimension: Int, noise: Double) throws(FileError)
        -> Features
    {
        guard try Interruptible.allSatisfy(elements, { $0.isFinite }) else {
            throw FileError(
                "noise=\(noise) makes features that are too large for a 32-bit number",
                hint: "choose less noise")
        }
        return .floats(
            FloatRows(
                Matrix(
                    rows: elements.count / dimension, columns: dimension, elements: elements)))
    }
}
