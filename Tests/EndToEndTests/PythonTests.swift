import TestSupport
import Testing

/// What lc writes is read by Python's libraries, and what they write by lc: a program of
/// `Tests/OtherPrograms` for each subject, which runs lc and compares.
@Suite struct PythonTests {
    private static let hasPython = TestTools.python != nil || TestTools.areRequired

    static let programs = ["onnx_models", "classification_reports", "readme_lines", "new_rows"]

    @Test(
        .enabled(if: hasPython, "scripts/test-tools installs what it needs"), arguments: programs)
    func `Python's libraries and lc agree`(program: String) throws {
        let python = try #require(TestTools.python)
        let folder = TemporaryFolder()
        let path = "\(TestTools.root)/Tests/OtherPrograms/\(program).py"
        let status = Shell.run(
            "cd '\(folder.path)' && PYTHONDONTWRITEBYTECODE=1 \(python) '\(path)' '\(BuiltProgram.path)' >out 2>&1"
        )
        #expect(status == 0, "\(folder.read("out"))")
    }
}
