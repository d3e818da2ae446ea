#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `$XDG_STATE_HOME/lc`, only for its owner.
enum StateFolder {
    /// The path of a folder in it, which is made where it is missing; nil without a home.
    static func make(_ name: String? = nil) -> String? {
        let state =
            Terminal.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? Terminal.variable("HOME").map { $0 + "/.local/state" }
        guard let state else { return nil }
        let path = [state, "lc", name].compactMap(\.self).joined(separator: "/")
        var folder = ""
        for part in path.split(separator: "/") {
            folder += "/" + part
            unsafe mkdir(folder, 0o700)
        }
        return folder
    }
}
