import Files
import Platform

/// The pictures of a folder, a folder a class, or of its folders `train`, `val` and `test` of such
/// folders.
struct PictureFolder {
    let path: String
    /// The names of the training part's folders, sorted by their bytes.
    let classNames: [String]
    let train: [PictureFile]
    let val: [PictureFile]
    let test: [PictureFile]
    /// What is left out, a sentence each.
    let remarks: [String]

    private static let partNames = [
        "train": ["train", "training"], "val": ["val", "valid", "validation", "dev"],
        "test": ["test", "testing"],
    ]

    /// - Throws: also where a class of the training part has no picture, and where another part has a
    ///   class that training has not.
    init(_ path: String) throws(FileError) {
        self.path = path
        let top = try FolderListing(path)
        guard !top.folders.isEmpty else {
            throw FileError(
                "\(path) has no folders, and each class of pictures is a folder",
                hint: "put the pictures into a folder for each class")
        }
        var strangers = Strangers()
        let parts = try Self.parts(top)
        strangers.note(top.files.filter { !PictureFolder.isHidden($0) })
        let classes = try FolderListing(parts.train)
        classNames = classes.folders.filter { !PictureFolder.isHidden($0) }
        if parts.train != path {
            strangers.note(top.folders.filter { !parts.names.contains($0) }.map { $0 + "/" })
            strangers.note(classes.files)
        }
        train = Self.interleaved(try Self.files(parts.train, classNames, &strangers))
        val = try Self.others(parts.val, classNames, &strangers)
        test = try Self.others(parts.test, classNames, &strangers)
        remarks = strangers.remarks
    }

    private static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") }

    /// Whether a folder has a picture, or a folder in it has, down to three levels.
    static func hasPictures(_ path: String) -> Bool {
        guard let top = try? FolderListing(path) else { return false }
        return top.files.prefix(glance).contains { PictureWalk.isPicture("\(path)/\($0)") }
            || top.folders.prefix(glance).contains { hasPicture("\(path)/\($0)", depth: 2) }
    }

    private static func hasPicture(_ path: String, depth: Int) -> Bool {
        guard let listing = try? FolderListing(path) else { return false }
        return listing.files.prefix(glance).contains { PictureWalk.isPicture("\(path)/\($0)") }
            || depth > 0
                && listing.folders.prefix(glance).contains {
                    hasPicture("\(path)/\($0)", depth: depth - 1)
                }
    }

    /// How many entries of a folder are looked at.
    private static let glance = 8

    /// The folders of the parts; the folder itself is for training where it has none of the names.
    private static func parts(
        _ top: FolderListing
    ) throws(FileError) -> (train: String, val: String?, test: String?, names: Set<String>) {
        func part(_ name: String) -> String? {
            top.folders.first { partNames[name]?.contains($0.lowercased()) == true }
        }
        let names = [part("train"), part("val"), part("test")]
        let found = Set(names.compactMap(\.self))
        // A class may be called train: its folder then has pictures and no folders.
        guard let train = names[0], found.count > 1 || top.folders.count == 1 else {
            return (top.path, nil, nil, [])
        }
        guard try !FolderListing("\(top.path)/\(train)").folders.isEmpty else {
            guard found.count < top.folders.count else {
                throw FileError(
                    "\(top.path)/\(train) has no folders, and each class of pictures is a folder",
                    hint: "put the pictures of each part into a folder for each class")
            }
            return (top.path, nil, nil, [])
        }
        return (
            "\(top.path)/\(train)", names[1].map { "\(top.path)/\($0)" },
            names[2].map { "\(top.path)/\($0)" }, found
        )
    }

    private static func others(
        _ path: String?, _ classNames: [String], _ strangers: inout Strangers
    ) throws(FileError) -> [PictureFile] {
        guard let path else { return [] }
        let listing = try FolderListing(path)
        if let name = listing.folders.first(where: { !classNames.contains($0) }) {
            throw FileError(
                "\(path) has a folder '\(name)', and no class of the training pictures has this name",
                hint: "the classes are \(classNames.prefix(12).joined(separator: ", "))")
        }
        strangers.note(listing.files)
        let there = Set(listing.folders)
        return try files(path, classNames, &strangers) { there.contains($0) }
    }

    /// All pictures, class after class.
    private static func files(
        _ path: String, _ classNames: [String], _ strangers: inout Strangers,
        where isThere: ((String) -> Bool)? = nil
    ) throws(FileError) -> [PictureFile] {
        var files: [PictureFile] = []
        for (label, name) in classNames.enumerated() where isThere?(name) ?? true {
            var walk = PictureWalk()
            try walk.visit("\(path)/\(name)")
            guard !walk.pictures.isEmpty || isThere != nil else {
                throw FileError(
                    "\(path)/\(name) has no JPEG or PNG pictures",
                    hint: "remove the folder, or put the pictures of the class into it")
            }
            strangers.note(walk.strangers)
            files += walk.pictures.map { PictureFile(path: $0, label: Int32(label)) }
        }
        return files
    }

    /// The same pictures in an order in which every stretch has each class in its share, so that the
    /// last ones may be for validation.
    private static func interleaved(_ files: [PictureFile]) -> [PictureFile] {
        var sizes: [Int32: Int] = [:]
        for file in files { sizes[file.label, default: 0] += 1 }
        var seen: [Int32: Int] = [:]
        let keyed = files.enumerated().map { index, file in
            let rank = seen[file.label, default: 0]
            seen[file.label] = rank + 1
            return (key: (Double(rank) + 0.5) / Double(sizes[file.label] ?? 1), index: index)
        }
        return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map { files[$0.index] }
    }
}

/// Files and folders that are no pictures or classes.
private struct Strangers {
    private var names: [String] = []

    mutating func note(_ more: [String]) { names += more }

    var remarks: [String] {
        guard !names.isEmpty else { return [] }
        let few = names.prefix(3).map { $0.count > 40 ? "…" + $0.suffix(39) : $0 }.joined(
            separator: ", ")
        return [
            "left out, for they are no JPEG or PNG pictures: \(names.count) (\(few)\(names.count > 3 ? ", …" : ""))"
        ]
    }
}
