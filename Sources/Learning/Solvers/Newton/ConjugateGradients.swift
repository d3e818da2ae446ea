/// Preconditioned conjugate gradients for H·x = −g, ended early.
struct ConjugateGradients {
    let preconditioner: any Preconditioner
    let product: ([Float]) -> [Float]
    let mostSteps: Int
    let isCancelled: () -> Bool

    /// A direction of descent x, and how many products it took. It ends where the residual is a tenth of g
    /// in the preconditioner's norm, or small enough already.
    func direction(
        _ gradient: [Float], isSmall: ([Float]) -> Bool = { _ in false }
    ) -> (x: [Float], steps: Int) {
        var x = [Float](repeating: 0, count: gradient.count)
        var r = gradient
        Vector.scale(-1, &r)
        var z = preconditioner.solve(r)
        var d = z
        var product = Vector.dot(r, z)
        let goal = 0.01 * product
        var steps = 0
        while steps < mostSteps, product > 0, !isCancelled() {
            if product <= goal || isSmall(r) { break }
            let bent = self.product(d)
            steps += 1
            if isCancelled() { break }
            let curvature = Vector.dot(d, bent)
            // Without curvature there is no step to the bottom.
            guard curvature > 0, curvature.isFinite else {
                if steps == 1 { x = d }
                break
            }
            let length = product / curvature
            Vector.add(length, d, to: &x)
            Vector.add(-length, bent, to: &r)
            z = preconditioner.solve(r)
            let next = Vector.dot(r, z)
            Vector.scale(next / product, &d)
            Vector.add(1, z, to: &d)
            product = next
        }
        return (x, steps)
    }
}
