internal import CPictures
import Platform

/// Reads JPEG and PNG pictures, one after the other and on one thread.
@safe
package final class PictureReader {
    /// Why a picture cannot be read: words that follow its name.
    package struct Problem: Error, Sendable {
        package let text: String
    }

    /// More pixels than this are no picture that anybody learns from, but a file made to take memory.
    package static let mostPixels = 178_956_970

    private let reader: OpaquePointer

    /// Nil where the program was built without pictures.
    package init?() {
        guard let reader = unsafe lc_picture_reader_create({ Abandonment.isRequested }) else {
            return nil
        }
        unsafe self.reader = reader
    }

    deinit { unsafe lc_picture_reader_destroy(reader) }

    /// Whether bytes begin as a JPEG or a PNG does.
    package static func isPicture(_ bytes: [UInt8]) -> Bool {
        unsafe lc_picture_format_of(bytes, bytes.count) != LC_NO_PICTURE
    }

    /// Reads a picture. A JPEG is reduced by 2, 4 or 8 where its shorter side stays at least twice `side`, so
    /// that the rest of the way is still a mean of several pixels.
    /// Transparency is left out, 16 bits become 8, and with `isGrey` colours become grey.
    ///
    /// - Throws: where the picture is damaged, cut short or too large; `readers` of them need memory at
    ///   a time.
    package func read(_ bytes: [UInt8], side: Int, isGrey: Bool, readers: Int) throws(Problem)
        -> Picture
    {
        var header = lc_picture_header()
        // The reader looks at the bytes until the picture is read.
        let result = unsafe bytes.withUnsafeBufferPointer { source -> Result<Picture, Problem> in
            guard unsafe lc_picture_begin(reader, source.baseAddress, source.count, &header) else {
                return .failure(problem)
            }
            do throws(Problem) {
                return .success(try pixels(header, side, isGrey, readers))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func pixels(
        _ header: lc_picture_header, _ side: Int, _ isGrey: Bool, _ readers: Int
    ) throws(Problem) -> Picture {
        let (width, height) = (Int(header.width), Int(header.height))
        guard width > 0, height > 0, width <= Self.mostPixels / height else {
            throw Problem(
                text: "is \(width)×\(height) pixels, which is more than lc reads")
        }
        let isJPEG = header.format == LC_JPEG
        let eighths = isJPEG ? Self.eighths(of: min(width, height), side) : 8
        // libjpeg makes grey itself, of what the file keeps as brightness.
        let channels = isGrey && (isJPEG || header.channels == 1) ? 1 : 3
        let columns = Int(lc_picture_reduced(UInt32(width), UInt32(eighths)))
        let rows = Int(lc_picture_reduced(UInt32(height), UInt32(eighths)))
        let count = columns * rows * channels
        do throws(MemoryShortage) {
            let memory = Int(clamping: header.memory)
            try MemoryBudget.request(readers, count + memory, for: "its \(width)×\(height) pixels")
        } catch {
            throw Problem(text: "cannot be read: \(error.message)")
        }
        var pixels = [UInt8](repeating: 0, count: count)
        let isRead = unsafe lc_picture_read(
            reader, UInt32(eighths), UInt32(channels), &pixels, count)
        guard isRead else { throw problem }
        let picture = Picture(width: columns, height: rows, channels: channels, pixels: pixels)
        return isGrey ? picture.grey() : picture
    }

    /// In what size a JPEG is read, in eighths of its own.
    private static func eighths(of shorter: Int, _ side: Int) -> Int {
        [1, 2, 4].first { shorter * $0 / 8 >= 2 * side } ?? 8
    }

    private var problem: Problem {
        let words = unsafe String(cString: lc_picture_problem(reader))
        return Problem(text: "is damaged: \(words.replacing("\n", with: " "))")
    }
}
