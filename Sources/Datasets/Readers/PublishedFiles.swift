import Files
import Platform

/// Where a published data set is looked for, and how somebody who has none of it gets it.
struct PublishedFiles {
    struct Download {
        let url: String
        /// Of the file, in hexadecimal digits.
        let sha256: String

        var file: String { url.split(separator: "/").last.map(String.init) ?? url }
    }

    let name: String
    /// The names of the folders that archives of the data set hold.
    let folders: [String]
    /// The files that are wanted, without their folders.
    let files: Set<String>
    /// The files to download, the best first; each is an archive of all files, or all are needed.
    let downloads: [Download]
    let areArchives: Bool

    /// The folder that holds the files: `path`, one that lies in it, or the place in the cache where
    /// the archive `path` was unpacked. An empty `path` stands for `$LC_DATA`, the folder at hand, and
    /// the cache.
    func folder(_ path: String) throws(FileError) -> String {
        guard path.isEmpty else { return try found(at: path) ?? path }
        let places = [CurrentProcess.variable("LC_DATA"), "."]
        for place in places.compactMap(\.self) where !place.isEmpty {
            if let folder = try found(at: place) { return folder }
        }
        if let folder = unpacked { return folder }
        throw missing
    }

    /// What `body` reads of the folder. An error in a file that came out of an archive names the archive.
    func reading(
        _ path: String, _ body: (String) throws(FileError) -> Dataset
    ) throws(FileError) -> Dataset {
        let folder = try folder(path)
        do throws(FileError) { return try body(folder) } catch {
            guard FileStatus.isFile(path), error.message.contains("\(folder)/") else { throw error }
            throw FileError(
                error.message.replacing("\(folder)/", with: "\(path): "),
                hint: "check that the archive is whole, and that it is \(name)")
        }
    }

    private func found(at path: String) throws(FileError) -> String? {
        if isPart(path) {
            let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
            throw FileError(
                "\(path) is one file of \(name), which is read from all of its files",
                hint: "give their folder, \(folder.isEmpty ? "/" : folder)")
        }
        if UnpackedArchive.endings.contains(where: path.hasSuffix)
            || areArchives && FileStatus.isFile(path)
        {
            return try UnpackedArchive.folder(of: path, names: files)
        }
        let folders = [path] + folders.map { "\(path)/\($0)" }
        if let folder = folders.first(where: hasFiles) { return folder }
        let archive = downloads.map { "\(path)/\($0.file)" }.first(where: FileStatus.isFile)
        guard areArchives, let archive else { return nil }
        return try UnpackedArchive.folder(of: archive, names: files)
    }

    /// Whether a path is one of the files.
    private func isPart(_ path: String) -> Bool {
        files.contains(path.split(separator: "/").last.map(String.init) ?? "")
            && FileStatus.isFile(path)
    }

    /// The folder of the cache that has the most of the files: an archive that lacked some is unpacked
    /// there too.
    private var unpacked: String? {
        guard let cache = CacheFolder.path else { return nil }
        let names = FolderEntries.names(in: cache).filter { !$0.hasPrefix(".") }.sorted()
        return names.map { "\(cache)/\($0)" }.filter(hasFiles).max { count($0) < count($1) }
    }

    private func count(_ folder: String) -> Int {
        files.count { FileStatus.isFile("\(folder)/\($0)") }
    }

    /// Whether it is the folder, one that holds it, or an archive of a folder whose name begins with
    /// `archive`, or of such files.
    func recognizes(_ data: DataProbe, archive: String?) -> Bool {
        // One of the files, whose folder is asked for then. A text of this name is something else.
        if data.lines.isEmpty, isPart(data.path) { return true }
        if let archive, !data.isFolder {
            return TarReader.members(inBeginning: data.beginning).contains { member in
                let parts = member.name.split(separator: "/").filter { $0 != "." }
                return parts.first?.hasPrefix(archive) == true
                    || member.isFile && parts.last.map { files.contains(String($0)) } == true
            }
        }
        return data.isFolder
            && ([data.path] + folders.map { "\(data.path)/\($0)" }).contains(where: hasFiles)
    }

    private func hasFiles(_ folder: String) -> Bool {
        files.contains { FileStatus.isFile("\(folder)/\($0)") }
    }

    private var missing: FileError {
        let wanted = areArchives ? Array(downloads.prefix(1)) : downloads
        let urls = wanted.map { " -O \($0.url)" }.joined()
        let sums = wanted.map { " \($0.sha256) \($0.file)" }.joined()
        return FileError(
            "no files of \(name) are in $LC_DATA, in this folder or in the cache",
            hint:
                "give their folder, or bring them here: curl -L\(urls) && printf '%s  %s\\n'\(sums) | sha256sum -c"
        )
    }
}
