internal import CKernels
import Synchronization

/// The instruction sets that the kernels are compiled for, the fastest of each processor last.
package enum CPU: String, CaseIterable, Sendable {
    /// What every CPU has; `scalar` uses its fused multiply-adds where it has them.
    case plain, scalar
    /// Of x86: `avxvnni` and `avx512` multiply bytes, `avx512bw` is AVX-512 without that.
    case avx2, avxvnni, avx512bw, avx512
    /// Of 64-bit ARM: `dotprod` multiplies signed bytes, `i8mm` unsigned with signed ones.
    case neon, dotprod, i8mm

    /// The instruction sets that this machine has, the fastest last.
    package static let available = allCases.filter { unsafe lc_kernels_named($0.rawValue) != nil }

    /// The place in `allCases` of the chosen instruction set; −1 when none was chosen.
    private static let choice = Atomic<Int>(-1)
    private static let fastest = available.last ?? .plain

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
        case .plain: unsafe Self.plainKernels
        case .scalar: unsafe Self.scalarKernels
        case .avx2: unsafe Self.avx2Kernels
        case .avxvnni: unsafe Self.avxvnniKernels
        case .avx512bw: unsafe Self.avx512bwKernels
        case .avx512: unsafe Self.avx512Kernels
        case .neon: unsafe Self.neonKernels
        case .dotprod: unsafe Self.dotprodKernels
        case .i8mm: unsafe Self.i8mmKernels
        }
    }

    // Looked up once, since a kernel may be called for a single row.
    nonisolated(unsafe) private static let plainKernels = unsafe table(.plain)
    nonisolated(unsafe) private static let scalarKernels = unsafe table(.scalar)
    nonisolated(unsafe) private static let avx2Kernels = unsafe table(.avx2)
    nonisolated(unsafe) private static let avxvnniKernels = unsafe table(.avxvnni)
    nonisolated(unsafe) private static let avx512bwKernels = unsafe table(.avx512bw)
    nonisolated(unsafe) private static let avx512Kernels = unsafe table(.avx512)
    nonisolated(unsafe) private static let neonKernels = unsafe table(.neon)
    nonisolated(unsafe) private static let dotprodKernels = unsafe table(.dotprod)
    nonisolated(unsafe) private static let i8mmKernels = unsafe table(.i8mm)

    @unsafe
    private static func table(_ cpu: CPU) -> UnsafePointer<lc_kernels> {
        // The plain kernels are always there, so a table is never missing.
        unsafe (lc_kernels_named(cpu.rawValue) ?? lc_kernels_named("plain")).unsafelyUnwrapped
    }
}
