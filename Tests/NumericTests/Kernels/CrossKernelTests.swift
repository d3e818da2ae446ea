import TestSupport
import Testing

/// Kernels that no test of this process can choose, compiled and run by `KernelComparison/compare`.
@Suite struct CrossKernelTests {
    private static let script = "'\(TestTools.root)/Tests/KernelComparison/compare'"

    private static func isPossible(_ sets: String) -> Bool {
        Shell.run("\(script) --check \(sets)") == 0
    }

    @Test(
        .enabled(
            if: isPossible("aarch64") || TestTools.areRequired,
            "scripts/test-tools installs what it needs"))
    func `every instruction set of 64-bit ARM gives the plain kernels' bits, under an emulator`() {
        #expect(Shell.run("\(Self.script) aarch64 >&2") == 0)
    }

    @Test(.enabled(if: isPossible("avxvnni"), "the CPU needs AVX2"))
    func `the kernels of AVX-VNNI give the plain kernels' bits, with products by a signal handler`()
    {
        #expect(Shell.run("\(Self.script) avxvnni >&2") == 0)
    }
}
