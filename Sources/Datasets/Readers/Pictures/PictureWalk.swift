import Files
import Platform

/// Goes through a folder and those in it, in the order of their names, and collects pictures.
struct PictureWalk {
    private(set) var pictures: [String] = []
    /// The paths of other files.
    private(set) var strangers: [String] = []

    static let endings = [".jpg", ".jpeg", ".jpe", ".jfif", ".png"]
    private static let mostPictures = 100_000_000

    /// Adds a picture, whatever it is.
    mutating func add(_ path: String) { pictures.append(path) }

    /// - Throws: also where a link leads back to a folder that it stands in.
    mutating func visit(_ folder: String) throws(FileError) { try visit(folder, above: []) }

    private mutating func visit(
        _ folder: String, above: [FileStatus.Identity]
    ) throws(FileError) {
        let listing = try FolderListing(folder)
        let identity: FileStatus.Identity
        do throws(SystemError) { identity = try FileStatus(of: folder).identity } catch {
            throw FileError(folder, error)
        }
        guard !above.contains(identity) else {
            throw FileError(
                "\(folder) leads back to a folder that it stands in", hint: "remove the link")
        }
        for (turn, name) in listing.files.enumerated() {
            try Interruptible.check(turn: turn)
            let path = "\(folder)/\(name)"
            if Self.isPicture(path) { pictures.append(path) } else { strangers.append(path) }
        }
        guard pictures.count <= Self.mostPictures else {
            throw FileError("\(folder) has more than 100 million pictures")
        }
        for name in listing.folders { try visit("\(folder)/\(name)", above: above + [identity]) }
    }

    /// By the name, or else by the first bytes: a picture with a wrong ending is a picture, and a file
    /// with a picture's ending must be one.
    static func isPicture(_ path: String) -> Bool {
        let name = path.lowercased()
        if endings.contains(where: name.hasSuffix) { return true }
        return SmallFile.beginning(of: path, count: 8).map(PictureReader.isPicture) ?? false
    }
}
