#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions of the C library's `math.h` that Swift lacks, bits and all.
package enum Mathematics {
    package static func exp(_ x: Double) -> Double { libraryExp(x) }

    /// The natural logarithm.
    package static func log(_ x: Double) -> Double { libraryLog(x) }

    package static func log10(_ x: Double) -> Double { libraryLog10(x) }

    package static func pow(_ x: Double, _ y: Double) -> Double { libraryPow(x, y) }

    /// What remains of `x` after whole multiples of `y`, with the sign of `x`.
    package static func fmod(_ x: Double, _ y: Double) -> Double { libraryFmod(x, y) }
}

// Names that the functions above do not hide.
private func libraryExp(_ x: Double) -> Double { exp(x) }
private func libraryLog(_ x: Double) -> Double { log(x) }
private func libraryLog10(_ x: Double) -> Double { log10(x) }
private func libraryPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func libraryFmod(_ x: Double, _ y: Double) -> Double { fmod(x, y) }
