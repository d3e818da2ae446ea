import Platform

/// `$XDG_CACHE_HOME/lc`: what can be made again from files of the user's.
package enum CacheFolder {
    /// The folder that a test sets.
    @TaskLocal package static var testPath: String?

    /// The folder's path, whether it is there or not; nil without a home.
    package static var path: String? {
        if let testPath { return testPath }
        let cache =
            CurrentProcess.variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? CurrentProcess.variable("HOME").map { $0 + "/.cache" }
        return cache.map { $0 + "/lc" }
    }

    /// The path of a folder in it, which is made where it is missing.
    ///
    /// - Throws: why there can be none.
    package static func make(_ name: String) throws(FileError) -> String {
        guard let path else {
            throw FileError(
                "there is no folder to unpack into: neither XDG_CACHE_HOME nor HOME is set",
                hint: "unpack the archive yourself and give the folder")
        }
        let folder = "\(path)/\(name)"
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            try? FileSystem.makeFolder(parent, permissions: 0o700)
        }
        do throws(SystemError) {
            try StateFile.makeFolder(path)
            try StateFile.makeFolder(folder)
        } catch {
            throw FileError(
                "\(folder) cannot be used: \(StateFile.reason(error))",
                hint: "unpack the archive yourself and give the folder")
        }
        return folder
    }
}
