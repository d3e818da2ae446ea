package import Files
import Platform

/// Where statements may write files.
package enum WritePolicy: Sendable {
    /// Everywhere; notes and saved sessions, which may be a stranger's, below their own folder only.
    case anywhere
    /// Everywhere, notes and saved sessions too.
    case anywhereAlways
    /// Where a file lies below each of these folders, given without links.
    case below([String])
    /// Into files that are thrown away.
    case aside(ThrowawayFiles)

    /// What notes or a saved session may do that are repeated under this policy.
    package func narrowed(toFolderOf path: String) -> WritePolicy {
        switch self {
        case .anywhereAlways, .aside: return self
        case .anywhere: return .below([Self.folder(of: path)])
        case .below(let folders):
            let own = Self.folder(of: path)
            return folders.allSatisfy { Self.isInside(own, $0) } ? .below([own]) : self
        }
    }

    /// The folders that bound it; empty where none does.
    var folders: [String] { if case .below(let folders) = self { folders } else { [] } }

    /// What both this policy and another one allow, such as that under which a definition was made.
    func limited(to other: WritePolicy) -> WritePolicy {
        switch (self, other) {
        case (.aside, _), (_, .anywhere), (_, .anywhereAlways): return self
        case (.below(let own), .below(let others)):
            return .below(own + others.filter { !own.contains($0) })
        case (_, .below), (_, .aside): return other
        }
    }

    /// Where to write what is meant for a file.
    ///
    /// - Throws: one sentence on why it is not to be written.
    func place(for path: String, shownAs shown: String, parameter: String) throws(Failure)
        -> String
    {
        switch self {
        case .anywhere, .anywhereAlways: return path
        case .below(let folders):
            if let folder = folders.first(where: { !Self.isBelow(path, $0) }) {
                throw Failure(
                    "\(shown) is not below \(folder), where notes and saved sessions may write",
                    hint: "lc --allow-writes lets them write everywhere", parameter: parameter)
            }
            return path
        case .aside(let files):
            do throws(FileError) {
                return try files.place(for: path)
            } catch {
                throw Failure(error, parameter: parameter)
            }
        }
    }

    /// The file to read for a path: what was written in its place, or itself.
    func source(of path: String) -> String {
        guard case .aside(let files) = self else { return path }
        return files.standIn(for: path) ?? path
    }

    /// Whether a path leads to a file below a folder, links followed and without `..`. A file whose
    /// folder is missing is nowhere, and writing it says so.
    private static func isBelow(_ path: String, _ folder: String) -> Bool {
        guard !path.split(separator: "/").contains("..") else { return false }
        guard let place = FileSystem.realPlace(of: path) else { return true }
        let target = (try? FileSystem.realPath(place)) ?? place
        return isInside(place, folder) && isInside(target, folder)
    }

    private static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    private static func folder(of path: String) -> String {
        guard let place = FileSystem.realPlace(of: path), let end = place.lastIndex(of: "/")
        else { return path }
        return end == place.startIndex ? "/" : String(place[..<end])
    }
}
