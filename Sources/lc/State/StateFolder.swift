import Files
import Platform

/// `$XDG_STATE_HOME/lc`, only for its owner.
enum StateFolder {
    /// The path of a folder in it, which is made where it is missing; nil without a home, and where
    /// ``problem`` says why.
    static func make(_ name: String? = nil) -> String? {
        guard let folder = path, problem == nil else { return nil }
        guard let name else { return folder }
        let inner = folder + "/" + name
        return (try? StateFile.makeFolder(inner)) == nil ? nil : inner
    }

    private static var path: String? {
        let state =
            CurrentProcess.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? CurrentProcess.variable("HOME").map { $0 + "/.local/state" }
        return state.map { $0 + "/lc" }
    }

    /// Why nothing is kept in the folder; nil where it can be.
    static let problem: String? = {
        guard let path else { return nil }
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            try? FileSystem.makeFolder(parent, permissions: 0o700)
        }
        do throws(SystemError) {
            try StateFile.makeFolder(path)
            return nil
        } catch {
            return
                "\(path) cannot be used: \(StateFile.reason(error)); history and journals are not kept"
        }
    }()
}
