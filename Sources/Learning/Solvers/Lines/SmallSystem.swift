/// A few linear equations with a symmetric matrix that is nowhere negative.
enum SmallSystem {
    /// x with A·x = y by A's Cholesky factor; 0 in places whose pivot is but rounding, so that a direction
    /// without curvature is not gone along.
    static func solution(_ matrix: [Double], _ y: [Double], size: Int) -> [Double] {
        var (factor, x) = (matrix, y)
        var isFixed = [Bool](repeating: false, count: size)
        for j in 0..<size {
            var pivot = matrix[j * size + j]
            for k in 0..<j { pivot -= factor[j * size + k] * factor[j * size + k] }
            isFixed[j] = !(pivot > 1e-10 * matrix[j * size + j])
            let root = isFixed[j] ? 1 : pivot.squareRoot()
            factor[j * size + j] = root
            for i in j + 1..<size {
                var sum = factor[i * size + j]
                for k in 0..<j { sum -= factor[i * size + k] * factor[j * size + k] }
                factor[i * size + j] = isFixed[j] ? 0 : sum / root
            }
            for k in 0..<j { x[j] -= factor[j * size + k] * x[k] }
            x[j] = isFixed[j] ? 0 : x[j] / root
        }
        for j in (0..<size).reversed() {
            for i in j + 1..<size { x[j] -= factor[i * size + j] * x[i] }
            x[j] = isFixed[j] ? 0 : x[j] / factor[j * size + j]
        }
        return x
    }
}
