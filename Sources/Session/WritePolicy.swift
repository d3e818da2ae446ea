package import Files
import Platform

/// Where statements may write files.
package enum WritePolicy: Sendable {
    /// Everywhere; notes and saved sessions, which may be a stranger's, below their own folder only.
    case anywhere
    /// Everywhere, notes and saved sessions too.
    case anywhereAlways
    /// In a folder, given without links, and in those below it.
    case below(String)
    /// Into files that are thrown away.
    case aside(ThrowawayFiles)

    /// What notes or a saved session may do that are repeated under this policy.
    package func narrowed(toFolderOf path: String) -> WritePolicy {
        switch self {
        case .anywhereAlways, .aside: return self
        case .anywhere: return .below(Self.folder(of: path))
        case .below(let folder):
            let own = Self.folder(of: path)
            return .below(Self.isInside(own, folder) ? own : folder)
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
        case .below(let folder):
            guard Self.isBelow(path, folder) else {
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
