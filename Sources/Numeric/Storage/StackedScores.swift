internal import CKernels
import Platform

/// Exact scores of a block of rows by many classifiers side by side, as integer products of bytes:
/// unit·(product − centre).
package struct StackedScores: Sendable {
    package let classes: Int
    /// How many classifiers there are.
    package let stacked: Int
    package let unit: Double
    /// C×A: what is taken off every product of a class by a classifier.
    package let centres: [Double]
    /// n×C×A.
    package var products: [Int32]

    /// Room for a number of rows.
    package init(rows: Int, classes: Int, stacked: Int, unit: Double, centres: [Double]) {
        precondition(centres.count == classes * stacked)
        self.classes = classes
        self.stacked = stacked
        self.unit = unit
        self.centres = centres
        products = [Int32](repeating: 0, count: rows * classes * stacked)
    }

    /// The scores of one row by one classifier, C numbers.
    package func scores(row: Int, classifier: Int, into scores: inout MutableSpan<Float>) {
        for c in 0..<classes {
            let place = c * stacked + classifier
            let product = Double(products[row * classes * stacked + place])
            scores[c] = Float(unit * (product - centres[place]))
        }
    }

    /// sums[a] += Σ max(0, s_c − s_label + offset), or of the squares, over all classes c but the
    /// label, and over the first rows: `labels` holds one for each of these rows.
    package func addRamps(
        labels: Span<Int32>, offset: Double, isSquared: Bool, into sums: inout MutableSpan<Double>
    ) {
        precondition(labels.count * classes * stacked <= products.count && sums.count == stacked)
        unsafe labels.withUnsafeBufferPointer { labels in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                unsafe CPU.selected.kernels.pointee.ramp_sums(
                    products, labels.baseAddress, labels.count, centres, unit, offset,
                    isSquared ? 1 : 0, classes, stacked, sums.baseAddress)
            }
        }
    }

    /// sums[a] += Σ (log Σ_c e^{s_c} − s_label) over the first rows: `labels` holds one for each of
    /// these rows.
    package func addLogSumExps(labels: Span<Int32>, into sums: inout MutableSpan<Double>) {
        precondition(labels.count * classes * stacked <= products.count && sums.count == stacked)
        // Each factor is at most C, and a product of this number of factors is finite.
        let most = max(1, Int(clamping: 700 / Elementary.log(Double(max(classes, 2)))))
        var factors = [Double](repeating: 1, count: stacked)
        for begin in stride(from: 0, to: labels.count, by: most) {
            let count = min(most, labels.count - begin)
            unsafe labels.extracting(begin..<begin + count).withUnsafeBufferPointer { labels in
                unsafe products.withUnsafeBufferPointer { products in
                    unsafe sums.withUnsafeMutableBufferPointer { sums in
                        unsafe CPU.selected.kernels.pointee.log_sum_exp_sums(
                            products.baseAddress.map { unsafe $0 + begin * classes * stacked },
                            labels.baseAddress, count, centres, unit, classes, stacked,
                            sums.baseAddress, &factors)
                    }
                }
            }
            for a in 0..<stacked { sums[a] += Elementary.log(factors[a]) }
        }
    }
}
