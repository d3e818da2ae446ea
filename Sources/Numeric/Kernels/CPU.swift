internal import CKernels
import Synchronization

/// The instruction sets that the kernels are compiled for.
package enum CPU: String, CaseIterable, Sendable {
    case scalar, avx2, avx512, neon

    /// The instruction sets that this machine has, the fastest last.
    package static var available: [CPU] {
        allCases.filter { cpu in unsafe lc_kernels_named(cpu.rawValue) != nil }
    }

    /// The place in `allCases` of the chosen instruction set; −1 when none was chosen.
    private static let choice = Atomic<Int>(-1)
    private static let fastest = available.last ?? .scalar

    /// The instruction set that the kernels run on: the chosen one, otherwise the fastest of this
    /// machine.
    package static var selected: CPU {
        let place = choice.load(ordering: .relaxed)
        return place < 0 ? fastest : allCases[place]
    }

    /// Chooses an instruction set for the whole process; nil chooses the fastest.
    ///
    /// - Returns: false, with nothing changed, when this machine lacks it.
    package static func select(_ cpu: CPU?) -> Bool {
        if let cpu, !available.contains(cpu) { return false }
        choice.store(cpu.flatMap { allCases.firstIndex(of: $0) } ?? -1, ordering: .relaxed)
        return true
    }

    @unsafe
    var kernels: UnsafePointer<lc_kernels> {
        switch self {
        case .scalar: unsafe Self.scalarKernels
        case .avx2: unsafe Self.avx2Kernels
        case .avx512: unsafe Self.avx512Kernels
        case .neon: unsafe Self.neonKernels
        }
    }

    // Looked up once, since a kernel may be called for a single row.
    nonisolated(unsafe) private static let scalarKernels = unsafe table(.scalar)
    nonisolated(unsafe) private static let avx2Kernels = unsafe table(.avx2)
    nonisolated(unsafe) private static let avx512Kernels = unsafe table(.avx512)
    nonisolated(unsafe) private static let neonKernels = unsafe table(.neon)

    @unsafe
    private static func table(_ cpu: CPU) -> UnsafePointer<lc_kernels> {
        // The scalar kernels are always there, so a table is never missing.
        unsafe (lc_kernels_named(cpu.rawValue) ?? lc_kernels_named("scalar")).unsafelyUnwrapped
    }
}
