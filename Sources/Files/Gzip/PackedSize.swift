import Platform

/// Tells a gzip file that was packed to deceive from one that holds a text, by how much it unpacks to.
struct PackedSize {
    private let packed: Int
    private let path: String

    /// Texts are packed to a tenth or so, and repetitive ones to a hundredth. A file that holds one byte
    /// again and again is packed to a thousandth.
    private static let largestRatio = 250
    /// What unpacks to no more than this harms nobody.
    private static let harmless = 64 << 20

    init(_ bytes: ByteStorage, path: String) {
        packed = bytes.count
        self.path = path
    }

    /// - Throws: one sentence with the numbers where this is too much for the file's size.
    func check(_ unpacked: Int) throws(FileError) {
        guard unpacked > Self.harmless, unpacked / Self.largestRatio > packed else { return }
        throw FileError(
            "\(path) unpacks from \(MemoryShortage.text(packed)) to more than \(MemoryShortage.text(Self.harmless)), and no table is packed that small",
            hint: "if it is one, unpack it with gunzip and load what comes out")
    }
}
