/// Programs that some tests need and lc does not, as `scripts/test-tools` installs them.
package enum TestTools {
    /// In CI a test that lacks them fails instead of being left out.
    package static let areRequired = Shell.variable("CI") == "true"

    package static let root = String(#filePath.split(separator: "/Tests/")[0])

    /// A Python with Jupyter's own packages, numpy, Pillow, scikit-learn, onnx and onnxruntime.
    package static let python = first(
        ["'\(root)/.build/test-tools/bin/python'", "python3"],
        that: { "\($0) -c 'import nbformat, nbconvert, numpy, PIL, sklearn, onnx, onnxruntime'" })

    package static let browser = first(
        ["chromium", "chromium-browser", "google-chrome"], that: { "command -v \($0)" })

    /// A command for the shell; nil where none of them works.
    private static func first(_ commands: [String], that works: (String) -> String) -> String? {
        commands.first { Shell.run("\(works($0)) >/dev/null 2>&1") == 0 }
    }
}
