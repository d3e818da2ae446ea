/// Sine and cosine that are the same on every machine, by halving the angle and doubling back.
package enum Rotation {
    package static func unit(_ angle: Double) -> (sine: Double, cosine: Double) {
        let small = angle.remainder(dividingBy: 2 * .pi) / 64
        let square = small * small
        var sine = small * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
        var cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30))
        for _ in 0..<6 { (sine, cosine) = (2 * sine * cosine, cosine * cosine - sine * sine) }
        return (sine, cosine)
    }
}
