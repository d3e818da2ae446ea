import TestSupport

/// A home folder with the files that random scripts name.
package final class TrialHome: Sendable {
    private let folder = TemporaryFolder.quick()

    package var path: String { folder.path }

    package init() {
        folder.write(
            "data.csv",
            "a,b,class\n"
                + (0..<20).map { "\($0),\($0 * $0 % 7),\(["no", "yes"][$0 % 2])\n" }.joined())
        folder.write(
            "data.libsvm", (0..<20).map { "\($0 % 3) 1:\($0) 3:0.5\n" }.joined())
        folder.write("script.lc", "y = 2\nprint \"from a script {y}\"\n")
        folder.write("notes.md", "# Notes\n\n```lc\nz = 3\nprint $z\n```\n\n```output\n3\n```\n")
        folder.write("empty", "")
    }
}
