import Platform

/// A folder that goes away with its last use.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init(in parent: String = "/tmp") {
        let name = "\(parent)/lc-test-\(CurrentProcess.id)-\(UInt32.random(in: 0...UInt32.max))"
        let isMade = (try? FileSystem.makeFolder(name, permissions: 0o700)) != nil
        path = isMade ? name : "/tmp"
    }

    deinit { if path != "/tmp" { Shell.run("rm -rf '\(path)'") } }

    /// A folder where `$TMPDIR` says: `scripts/fuzz` names one in memory, for a disk takes most of its time.
    package static func quick() -> TemporaryFolder {
        TemporaryFolder(in: CurrentProcess.variable("TMPDIR") ?? "/tmp")
    }

    package func write(_ name: String, _ text: String) { write(name, bytes: Array(text.utf8)) }

    package func write(_ name: String, bytes: [UInt8]) {
        do throws(SystemError) {
            let file = try FileDescriptor(
                "\(path)/\(name)", for: .updating(permissions: 0o644))
            try file.truncate(to: 0)
            try file.write(bytes)
        } catch {
            print("\(path)/\(name) cannot be written: \(error.reason)")
        }
    }

    /// Makes a file shorter or longer where it is, as another program would.
    package func resize(_ name: String, to size: Int) {
        let file = try? FileDescriptor("\(path)/\(name)", for: .updating(permissions: 0o644))
        try? file?.truncate(to: size)
    }

    package func read(_ name: String) -> String {
        TestData.text(at: "\(path)/\(name)")
    }

    package func makeFolder(_ name: String) {
        try? FileSystem.makeFolder("\(path)/\(name)", permissions: 0o700)
    }

    /// A file's permissions; 0 where there is no file.
    package func mode(_ name: String) -> Int {
        (try? FileStatus(of: "\(path)/\(name)"))?.permissions ?? 0
    }
}
