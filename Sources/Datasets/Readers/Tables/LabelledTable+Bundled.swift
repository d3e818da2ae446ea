import Files

extension LabelledTable {
    /// A table that is part of the program, read as a user's file is.
    init(bundled bytes: [UInt8], name: String) throws(FileError) {
        let sizeLimit = 1 << 20
        try self.init(
            PackedFile.unpacked(ByteStorage(bytes: bytes), path: name, limit: sizeLimit), path: name
        )
    }
}
