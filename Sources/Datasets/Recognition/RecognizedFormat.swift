package import Files

/// Finds the format of a file or folder by what it holds.
package enum RecognizedFormat {
    /// The format that recognizes the data as its own.
    ///
    /// - Throws: where there is nothing to read, and where no format does or several do.
    package static func of(_ path: String) throws(FileError) -> any DatasetSource.Type {
        let probe = try DataProbe(path)
        let found = DatasetSources.all.filter { $0.recognizes(probe) }
        if let only = found.first, found.count == 1 { return only }
        let formats = DatasetSources.all.filter { $0.location != nil }
        guard !found.isEmpty else {
            throw FileError(
                "\(path) is no \(probe.isFolder ? "folder" : "file") of data that lc recognizes",
                hint:
                    "name its format, as in load csv PATH: \(formats.map { $0.name }.joined(separator: ", "))"
            )
        }
        throw FileError(
            "\(path) holds data of several formats: \(found.map { $0.name }.joined(separator: ", "))",
            hint: "write \(found.map { "load \($0.name) PATH" }.joined(separator: " or "))")
    }
}
