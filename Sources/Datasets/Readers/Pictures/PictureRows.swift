import Files
import Numeric
import Platform
import Synchronization

/// Pictures, read on all cores and made equal in size: a row of bytes each.
struct PictureRows {
    /// How pictures are made rows.
    struct Options: Sendable {
        var side = 32
        var isGrey = false
        var fit = Picture.Fit.crop
        /// Whether broken pictures are left out, and not the end of it all.
        var skipsBroken = false
        /// What to do about a broken picture.
        var hint = "mend or remove it, or add broken=skip"

        /// How many bytes a picture becomes.
        var width: Int { side * side * (isGrey ? 1 : 3) }
    }

    /// A picture that cannot be read, and why.
    struct Broken: Sendable {
        let index: Int
        let text: String
    }

    let bytes: ByteStorage
    /// Which of the files have rows, in their order.
    let kept: [Int]
    /// In the files' order; empty unless they are to be left out.
    let broken: [Broken]

    /// A thread reads this many pictures with one reader.
    private static let pieceSize = 32

    /// - Throws: one sentence on the first broken picture, unless they are to be left out.
    init(
        _ files: [PictureFile], _ options: Options,
        report: @escaping @Sendable (ReadingProgress) -> Void
    ) throws(FileError) {
        let width = options.width
        try MemoryBudget.requestForFile(
            files.count * width, for: "the pixels of \(files.count) pictures")
        var pixels = [UInt8](repeating: 0, count: files.count * width)
        let problems = Guarded<[Broken]>([])
        let done = Guarded(0)
        pixels.withDisjointWrites { writes in
            Parallel.forEach((files.count + Self.pieceSize - 1) / Self.pieceSize) { piece in
                let places = piece * Self.pieceSize..<min(files.count, (piece + 1) * Self.pieceSize)
                // One broken picture is enough to end it, and the first one is named.
                let isOver = problems.with { broken in
                    !options.skipsBroken && broken.contains { $0.index < places.lowerBound }
                }
                guard !isOver, let reader = PictureReader() else { return }
                for index in places where !Parallel.isAbandoned {
                    let problem = Self.read(files[index].path, reader, options) { picture in
                        writes.withSlice(index * width..<(index + 1) * width) { row in
                            for place in 0..<row.count { row[place] = picture[place] }
                        }
                    }
                    if let problem {
                        problems.with { $0.append(Broken(index: index, text: problem)) }
                    }
                }
                let count = done.with { done in
                    done += places.count
                    return done
                }
                report(ReadingProgress(done: count, total: files.count, unit: "pictures"))
            }
        }
        try Interruptible.check()
        broken = problems.with { $0 }.sorted { $0.index < $1.index }
        if let first = broken.first, !options.skipsBroken {
            throw FileError(
                "\(files[first.index].path) \(first.text)",
                hint: options.hint)
        }
        let left = Set(broken.map(\.index))
        kept = files.indices.filter { !left.contains($0) }
        if !left.isEmpty { try Self.close(&pixels, kept, width) }
        bytes = ByteStorage(bytes: pixels)
    }

    /// Gives the pixels of a picture to `body`; the words that follow its name where it is broken.
    private static func read(
        _ path: String, _ reader: PictureReader, _ options: Options, _ body: (Span<UInt8>) -> Void
    ) -> String? {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try SmallFile.bytes(of: path) } catch {
            let words = error.message
            return words.hasPrefix(path) ? String(words.dropFirst(path.count + 1)) : words
        }
        guard !bytes.isEmpty else { return "is empty" }
        guard PictureReader.isPicture(bytes) else { return "is no JPEG or PNG picture" }
        do throws(PictureReader.Problem) {
            let picture = try reader.read(
                bytes, side: options.side, isGrey: options.isGrey, readers: Parallel.threads
            ).resized(to: options.side, options.fit)
            body(picture.pixels.span)
            return nil
        } catch {
            return error.text
        }
    }

    /// Moves the rows that are kept together.
    private static func close(
        _ pixels: inout [UInt8], _ kept: [Int], _ width: Int
    ) throws(FileError) {
        for (place, index) in kept.enumerated() where place != index {
            try Interruptible.check()
            for offset in 0..<width {
                pixels[place * width + offset] = pixels[index * width + offset]
            }
        }
        pixels.removeLast(pixels.count - kept.count * width)
    }
}
