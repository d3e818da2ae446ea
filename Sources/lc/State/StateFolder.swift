import Platform

/// `$XDG_STATE_HOME/lc`, only for its owner.
enum StateFolder {
    /// The path of a folder in it, which is made where it is missing; nil without a home.
    static func make(_ name: String? = nil) -> String? {
        let state =
            CurrentProcess.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? CurrentProcess.variable("HOME").map { $0 + "/.local/state" }
        guard let state else { return nil }
        let path = [state, "lc", name].compactMap(\.self).joined(separator: "/")
        var folder = ""
        for part in path.split(separator: "/") {
            folder += "/" + part
            try? FileSystem.makeFolder(folder, permissions: 0o700)
        }
        return folder
    }
}
